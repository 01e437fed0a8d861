import { html, nothing } from 'lit';
import { icons } from '../icons.ts';
import { plain } from '../markdown/plain.ts';
import { avatar } from '../people/avatar.ts';
import { lastText } from '../texts/dates.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import type { View } from './draw-row.ts';
import './draw-thread.css';

/** Below a message with replies: whose, how many, and when the last came. It opens the thread. */
export function drawReplies(message: Message, view: View) {
  const thread = message.state?.thread;
  if (!thread || view.rights.inThread) return nothing;
  const count = text('thread.replies', { count: thread.replies });
  const last = text('thread.last', { time: lastText(Date.parse(thread.lastAt), view.now) });
  return html`<button
    type="button"
    class="replies"
    data-testid="replies"
    @click=${() => view.act({ act: 'thread', message })}
  >
    <span class="faces">${thread.people.map((name) => avatar(name, view.names.get(name) ?? name))}</span>
    <b>${count}</b><span class="last one-line">${last}</span>
  </button>`;
}

/** Above what was said in a thread and sent to the room as well. */
export function drawOrigin(message: Message, view: View) {
  if (message.thread === undefined || view.rights.inThread) return nothing;
  const root = view.original(message.thread);
  const words = root?.text ? text('thread.origin-of', { text: shortened(plain(root.text)) }) : text('thread.origin');
  return html`<button
    type="button"
    class="origin"
    data-testid="thread-origin"
    @click=${() => view.act({ act: 'thread', message })}
  >
    ${icons.thread}<span class="one-line" dir="auto">${words}</span>
  </button>`;
}
