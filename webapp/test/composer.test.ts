import { describe, expect, it } from 'vitest';
import { closedCode, codeAtCaret, type Draft, insert, replaceBefore, toggleMark } from '../src/composer/editing.ts';
import type { ReactiveControllerHost } from 'lit';
import { commandFor, commandIn, commands, unescaped } from '../src/composer/commands.ts';
import { Completion } from '../src/composer/completion.ts';
import { emojiFor } from '../src/composer/emoji-source.ts';
import { peopleFrom } from '../src/composer/people-source.ts';
import { emojiByCode, emojiGroups, emojiIn, findEmoji } from '../src/emoji/emoji.ts';
import { ada, grace, mallory } from './world.ts';
import { isEmojiOnly } from '../src/emoji/emoji-only.ts';
import { hueOf, initialsOf } from '../src/people/avatar.ts';

/** A draft with its caret at the bar, or its selection between two. */
function draft(marked: string): Draft {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  return { text, start, end: marked.lastIndexOf('|') - (marked.lastIndexOf('|') > start ? 1 : 0) };
}
const shown = ({ text, start, end }: Draft) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;

describe('editing', () => {
  it('marks a selection and takes the mark away again', () => {
    const bold = toggleMark(draft('a |b| c'), '**');
    expect(shown(bold)).toBe('a **|b|** c');
    expect(shown(toggleMark(bold, '**'))).toBe('a |b| c');
  });

  it('inserts at the caret and over a selection', () => {
    expect(shown(insert(draft('a|b'), '🙂'))).toBe('a🙂|b');
    expect(shown(insert(draft('a|b|c'), 'x'))).toBe('ax|c');
  });

  it('sees a short code only where one is being typed', () => {
    expect(codeAtCaret(draft('hi :smi|'))).toBe('smi');
    expect(codeAtCaret(draft('at 10:30|'))).toBeUndefined();
    expect(codeAtCaret(draft(':s|mi|'))).toBeUndefined();
    expect(closedCode(draft(':smile:|'))).toBe('smile');
    expect(shown(replaceBefore(draft('hi :smile:|'), 7, '😄'))).toBe('hi 😄|');
  });
});

describe('the completion', () => {
  it('leaves a draft alone that went on while the emoji were loading', async () => {
    const replaced: string[] = [];
    const host = {
      addController: () => undefined,
      requestUpdate: () => undefined,
    } as unknown as ReactiveControllerHost;
    const completion = new Completion(host, [emojiFor], (_, emoji) => replaced.push(emoji));
    const drafts = [draft('hi :smile:|'), draft('hi :smile: and|')];
    await completion.look(() => drafts.shift() ?? draft('|'));
    expect(replaced).toEqual([]);
    await completion.look(() => draft('hi :smile:|'));
    expect(replaced).toEqual(['😄']);
  });
});

describe('commands', () => {
  it('are known words after a stroke at the beginning, and nothing else is one', () => {
    expect(commandIn('/topic  What it is about ')).toEqual({ name: 'topic', rest: 'What it is about' });
    expect(commandIn('/leave')).toEqual({ name: 'leave', rest: '' });
    expect(commandIn('/invite @ada\n@grace')?.rest).toBe('@ada\n@grace');
    for (const words of ['/etc/hosts is missing', '/constructor x', ' /topic', '//topic', 'a /leave', '/']) {
      expect(commandIn(words)).toBeUndefined();
    }
    expect(unescaped('//topic is a command')).toBe('/topic is a command');
    expect(unescaped('/etc/hosts')).toBe('/etc/hosts');
  });

  it('are offered while the first word is typed', async () => {
    const offered = async (marked: string) => (await commandFor(draft(marked)))?.offers.map(({ words }) => words);
    expect(await offered('/|')).toHaveLength(Object.keys(commands).length);
    expect(await offered('/to|')).toEqual(['/topic ']);
    expect(await offered('/topic|')).toEqual([]);
    expect(await offered('/topic |')).toBeUndefined();
    expect(await offered('hi /to|')).toBeUndefined();
  });
});

describe('names', () => {
  const members = () => Promise.resolve([ada, grace, mallory]);
  const offered = async (marked: string) =>
    (await peopleFrom(members)(draft(marked)))?.offers.map(({ words }) => words);

  it('are offered after an @ by user name and by every word of the display name', async () => {
    expect(await offered('hi @gr|')).toEqual(['@grace ']);
    expect(await offered('hi @hop|')).toEqual(['@grace ']);
    expect(await offered('@|')).toEqual(['@ada ', '@grace ', '@mallory ', '@room ']);
    expect(await offered('@ro|')).toEqual(['@room ']);
  });

  it('are not offered within a word, as in an e-mail address', async () => {
    expect(await offered('ada@gr|')).toBeUndefined();
  });
});

describe('emoji', () => {
  it('are found by code and by word', () => {
    expect(emojiByCode('rocket')).toBe('🚀');
    expect(findEmoji('rocket', 5)[0]?.emoji).toBe('🚀');
    expect(findEmoji('smile cat', 5).map(({ codes }) => codes[0])).toContain('smile_cat');
    expect(findEmoji('zzzzz', 5)).toEqual([]);
  });

  it('come in groups that are all filled', () => {
    expect(emojiGroups).toHaveLength(9);
    for (const group of emojiGroups) expect(emojiIn(group).length).toBeGreaterThan(50);
  });

  it.each(['🎉', '🎉🚀 👍🏽', '👩‍💻', '🇩🇪'])('alone are large: %s', (text) => expect(isEmojiOnly(text)).toBe(true));
  it.each(['', 'a', '1', 'ok 👍', '🎉'.repeat(7)])('with anything else are not: %j', (text) =>
    expect(isEmojiOnly(text)).toBe(false),
  );
});

describe('an avatar', () => {
  it('shows the first letters of the first and the last word', () => {
    expect(['Ada Lovelace', 'grace', 'Jean-Luc van Picard', 'é́a b', '👩‍💻 dev'].map(initialsOf)).toEqual([
      'AL',
      'G',
      'JP',
      'É́B',
      '👩‍💻D',
    ]);
  });

  it('has the same colour for the same name', () => {
    expect(hueOf('ada')).toBe(hueOf('ada'));
    expect(new Set('ada grace linus mallory layla'.split(' ').map(hueOf)).size).toBeGreaterThan(2);
  });
});
