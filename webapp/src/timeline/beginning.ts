import { html, nothing } from 'lit';
import { signOf, titleOf } from '../chat/room-names.ts';
import type { Room } from '../state/room.ts';
import { text } from '../texts/texts.ts';

/** What stands above the first message of a room, and in place of one while there is none. */
export function beginning(room: Room) {
  const { kind, topic, messages } = room;
  const empty = messages.length === 0 && !room.past;
  const direct = kind === 'direct';
  const name = direct ? titleOf(room) : room.name;
  const first = text(direct ? 'timeline.empty-direct' : 'timeline.empty-text', { room: name });
  const start = text(direct ? 'timeline.beginning-direct' : 'timeline.beginning', { room: name });
  return html`<div class="beginning" data-testid="beginning">
    ${direct ? nothing : html`<span class="sign" aria-hidden="true">${signOf(kind)}</span>`}
    <p class="title">${empty ? text('timeline.empty-title') : start}</p>
    ${topic ? html`<p dir="auto">${topic}</p>` : nothing} ${empty ? html`<p>${first}</p>` : nothing}
  </div>`;
}
