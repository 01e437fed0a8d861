import { html } from 'lit';
import { avatar } from '../people/avatar.ts';
import { whenText } from '../texts/dates.ts';
import type { Message } from '../wire/protocol.ts';

/** A message in a list, away from its conversation: who, where, when, and its words, with those that were looked for marked. */
export function messageEntry(message: Message, name: string, place: string, content: unknown) {
  return html`${avatar(message.author, name)}
    <span class="what">
      <span class="faint one-line"
        ><b><bdi>${name}</bdi></b> <bdi>${place}</bdi> · ${whenText(Date.parse(message.at))}</span
      >
      <span dir="auto">${content}</span>
    </span>`;
}

/** The text in pieces: each range of `marks`, and what lies between. Ranges that make no sense are left out. */
export function markedPieces(words: string, marks: readonly (readonly [number, number])[]) {
  const pieces: { words: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at || to <= from || to > words.length) continue;
    if (from > at) pieces.push({ words: words.slice(at, from), marked: false });
    pieces.push({ words: words.slice(from, to), marked: true });
    at = to;
  }
  return at < words.length ? [...pieces, { words: words.slice(at), marked: false }] : pieces;
}
