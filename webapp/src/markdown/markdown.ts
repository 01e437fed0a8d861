import { html, type TemplateResult } from 'lit';
import './code-block.ts';
import './markdown.css';
import { type Element, type Node, parse } from './tree.ts';

type Content = TemplateResult | string;

const known = new Map<string, Content[]>();
const mostKnown = 1000;

/** Who is named in a message, and who reads it. */
export interface Named {
  readonly mentions: readonly string[];
  readonly me: string;
}
const nobody: Named = { mentions: [], me: '' };

/** A message's markdown as Lit templates: every text and address goes through a binding, so nothing that is typed becomes markup. */
export function markdown(text: string, named: Named = nobody): Content[] {
  const key = [...named.mentions, named.me, text].join(' ');
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const content = parse(text).map((node) => draw(node, named));
  known.set(key, content);
  return content;
}

/** The names that the server found in the text; what only looks like one stays text. */
function withMentions(text: string, { mentions, me }: Named): Content {
  if (mentions.length === 0) return text;
  const parts = text.split(/(@[\p{L}\p{N}._-]+)/u).map((part): Content => {
    const name = part
      .slice(1)
      .replace(/[._-]+$/, '')
      .toLowerCase();
    const mention = part.startsWith('@') && mentions.find((each) => each.replace('@', '').toLowerCase() === name);
    if (!mention) return part;
    const rest = part.slice(name.length + 1);
    return html`<span class="mention" data-me=${mention === me || mention === '@room'}
        >${part.slice(0, name.length + 1)}</span
      >${rest}`;
  });
  return html`${parts}`;
}

function draw(node: Node, named: Named): Content {
  const children = (nodes: Node[]) => nodes.map((child) => draw(child, named));
  switch (node.kind) {
    case 'text':
      return withMentions(node.text, named);
    case 'break':
      return html`<br />`;
    case 'code':
      return html`<code dir="ltr">${node.text}</code>`;
    case 'block':
      return html`<code-block .code=${node.text} .language=${node.language}></code-block>`;
    case 'link':
      return html`<a href=${node.address} target="_blank" rel="noopener noreferrer nofollow"
        >${children(node.children)}</a
      >`;
    case 'element':
      return element[node.element](children(node.children), node.start);
  }
}

const element: Record<Element, (content: Content[], start?: number) => TemplateResult> = {
  p: (content) => html`<p dir="auto">${content}</p>`,
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
  s: (content) => html`<s>${content}</s>`,
  ul: (content) =>
    html`<ul dir="auto">
      ${content}
    </ul>`,
  ol: (content, start = 1) =>
    html`<ol dir="auto" start=${start}>
      ${content}
    </ol>`,
  li: (content) => html`<li dir="auto">${content}</li>`,
  blockquote: (content) => html`<blockquote dir="auto">${content}</blockquote>`,
};
