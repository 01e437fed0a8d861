// @vitest-environment happy-dom
import { plain } from '../src/markdown/plain.ts';
import { html, render } from 'lit';
import { describe, expect, it } from 'vitest';
import { markdown } from '../src/markdown/markdown.ts';
import { parse } from '../src/markdown/tree.ts';

function drawn(text: string): HTMLElement {
  const place = document.createElement('div');
  render(html`${markdown(text)}`, place);
  return place;
}
const shape = (text: string) =>
  drawn(text)
    .innerHTML.replace(/<!--.*?-->/g, '')

    .replace(/>\n\s+|\n\s+(?=<)/g, (gap) => gap.trim())
    .replace(/ dir="\w+"/g, '');

describe('markdown', () => {
  it.each([
    ['**bold** _italic_ ~~gone~~', '<p><strong>bold</strong> <em>italic</em> <s>gone</s></p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['# not a heading', '<p># not a heading</p>'],
    ['text\n---', '<p>text<br>---</p>'],
    ['    indented', '<p>indented</p>'],
    ['a | b\n--|--\n1 | 2', '<p>a | b<br>--|--<br>1 | 2</p>'],
  ])('draws %j', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('draws a block of code as it is', () => {
    expect(parse('```ts\na < b\n```')).toEqual([{ kind: 'block', text: 'a < b', language: 'ts' }]);
  });

  it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:ada@example.org'])('links %s', (address) => {
    const link = drawn(`[here](${address})`).querySelector('a');
    expect(link?.getAttribute('href')).toBe(address);
    expect(link?.rel).toBe('noopener noreferrer nofollow');
    expect(link?.target).toBe('_blank');
  });

  it('links bare addresses', () => {
    expect(drawn('see https://example.org/x.').querySelector('a')?.getAttribute('href')).toBe('https://example.org/x');
  });

  it('shows an image as a link and loads nothing', () => {
    const page = drawn('![cat](https://example.org/cat.png) ![x](javascript:alert(1))');
    expect(page.querySelector('img')).toBeNull();
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/cat.png',
    ]);
  });

  const attacks = [
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://example.org/1)',
    '<javascript:alert(1)>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '**<b onclick=alert(1)>x</b>**',
    '> - **[![x](javascript:alert(1))](javascript:alert(1))**',
    '[a](https://example.org/"onmouseover="alert(1))',
    '```"><img src=x onerror=alert(1)>\n</code></pre><script>alert(1)</script>\n```',
    '[x]: javascript:alert(1)\n[x]',
    '${alert(1)} {{constructor.constructor("alert(1)")()}}',
  ];

  it.each(attacks)('keeps %j inert', (text) => {
    const page = drawn(text);
    const allowed = new Set('P BR STRONG EM S CODE CODE-BLOCK A UL OL LI BLOCKQUOTE PRE BUTTON SPAN'.split(' '));
    for (const element of page.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName);
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/);
      if (element.tagName === 'A') expect(element.getAttribute('href')).toMatch(/^(https?|mailto):/);
    }
  });

  it.each([
    '*'.repeat(4000),
    '['.repeat(4000),
    '>'.repeat(4000),
    '`'.repeat(2000) + 'a',
    '- '.repeat(2000),
    '![['.repeat(1300),
    '_a'.repeat(2000),
    'http://'.repeat(570),
    'a@'.repeat(2000),
    '<!--'.repeat(1000),
    '~~a '.repeat(1000),
    '&'.repeat(4000),
  ])('reads hostile text in no time (%#)', (text) => {
    const times = [1, 2, 3].map(() => {
      const before = performance.now();
      parse(text);
      return performance.now() - before;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe('what a message says without its marks', () => {
  it.each([
    ['Shall we ship it on **Thursday**?', 'Shall we ship it on Thursday?'],
    ['a _b_ ~~c~~ `d`\ne', 'a b c d e'],
    ['> quoted\n\n- one\n- two', 'quoted one two'],
    ['see:\n```sql\nSELECT 1\n```', 'see: SELECT 1'],
    ['[here](https://example.com) <b>', 'here <b>'],
    ['', ''],
  ])('of %j is %j', (markdown, words) => expect(plain(markdown)).toBe(words));
});
