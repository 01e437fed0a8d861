import { html, nothing } from 'lit';
import { piecesOf } from '../texts/names.ts';
import { text } from '../texts/texts.ts';
import type { Message, Reaction } from '../wire/protocol.ts';
import type { View } from './draw-row.ts';
import type { MessageAct } from './message-acts.ts';

/** Each emoji with how many chose it, and who; pressing it adds or takes back one's own. */
export function drawReactions(message: Message, view: View) {
  const reactions = message.state?.reactions;
  if (!reactions?.length) return nothing;
  return html`<div class="reactions" data-testid="reactions">
    ${reactions.map((reaction) => drawReaction(reaction, message, view))}
  </div>`;
}

function drawReaction({ emoji, people }: Reaction, message: Message, view: View) {
  const names = people.map((username) => view.names.get(username) ?? username);
  const listed = piecesOf((list) => text('message.reacted-by', { names: list, emoji }), names);
  const act: MessageAct = { act: 'react', message, emoji };
  return html`<button
    type="button"
    class="reaction"
    aria-pressed=${people.includes(view.me)}
    aria-label=${text('message.reaction-count', { emoji, count: people.length })}
    title=${listed.map(({ words }) => words).join('')}
    ?disabled=${view.rights.archived}
    @click=${() => view.act(act)}
  >
    <span class="emoji">${emoji}</span> ${people.length}
  </button>`;
}
