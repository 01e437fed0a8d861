import { html, nothing } from 'lit';
import { icons } from '../icons.ts';
import { piecesOf } from '../texts/names.ts';
import { text } from '../texts/texts.ts';
import type { View } from './draw-row.ts';

/** Below the reader's last message of a direct room: that it was seen, and by whom where not by everybody. */
export function drawSeen(seq: number | undefined, { seers, names }: View) {
  if (!seers || seers.seq !== seq) return nothing;
  const shown = seers.usernames.map((username) => names.get(username) ?? username);
  const pieces = seers.everybody
    ? [{ words: text('seen.all'), name: false }]
    : piecesOf((list) => text('seen.by', { names: list }), shown);
  return html`<p class="seen" data-testid="seen">
    ${icons.tick}<span>${pieces.map(({ name, words }) => (name ? html`<bdi>${words}</bdi>` : words))}</span>
  </p>`;
}
