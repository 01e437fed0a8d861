import { html, nothing } from 'lit';
import { icons } from '../icons.ts';
import type { Room } from '../state/room.ts';
import { unreadThreads } from '../state/threads.ts';
import { text } from '../texts/texts.ts';

/** The way to the threads that one follows, and in how many of them something is new. */
export function threadsFinder(rooms: readonly Room[], open: () => void) {
  const count = unreadThreads(rooms);
  return html`<button class="finder" data-testid="threads" data-unread=${count > 0} @click=${open}>
    ${icons.thread}<span class="one-line">${text('threads.title')}</span>
    ${
      count > 0
        ? html`<span class="count" aria-hidden="true">${count}</span>
            <span class="visually-hidden">${text('threads.count', { count })}</span>`
        : nothing
    }
  </button>`;
}
