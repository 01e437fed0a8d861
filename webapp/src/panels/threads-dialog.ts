import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { plain } from '../markdown/plain.ts';
import type { Chat } from '../state/chat.ts';
import type { Room } from '../state/room.ts';
import { threadKey, unreadReplies } from '../state/threads.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { ListedThread } from '../wire/thread-records.ts';
import { messageEntry } from './message-entry.ts';
import { Modal } from './modal.ts';

/** The threads that one follows: those with something new first. */
@customElement('threads-dialog')
export class ThreadsDialog extends Modal {
  @property({ attribute: false }) chat!: Chat;
  @state() private threads: readonly ListedThread[] | undefined;
  @state() private more = false;
  private heard = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** What came since is in the list, too. */
  protected override willUpdate(): void {
    const heard = this.news;
    if (this.threads && heard !== this.heard) void this.load();
    this.heard = heard;
  }

  protected override get heading(): string {
    return text('threads.title');
  }

  protected override renderBody() {
    const threads = this.threads?.filter((thread) => this.isFollowed(thread));
    const unread = threads?.filter((thread) => this.unreadOf(thread) > 0) ?? [];
    const read = threads?.filter((thread) => this.unreadOf(thread) === 0) ?? [];
    return html`
      ${threads?.length === 0 ? html`<p class="faint" role="status">${text('threads.none')}</p>` : nothing}
      <ul class="list">
        ${[...unread, ...read].map((thread) => this.renderThread(thread))}
      </ul>
      ${
        this.more
          ? html`<button class="button" @click=${() => this.load(this.threads?.at(-1))}>${text('browse.more')}</button>`
          : nothing
      }
    `;
  }

  private renderThread(thread: ListedThread) {
    const { root, lastAt } = thread;
    const name = this.chat.names.get(root.author) ?? root.author;
    const room = this.chat.rooms.find(({ id }) => id === thread.room);
    const count = this.unreadOf(thread);
    const words = root.state?.deletedBy === undefined ? shortened(plain(root.text)) : text('message.deleted');
    const replies = text('thread.replies', { count: root.state?.thread?.replies ?? 0 });
    const content = html`${words}<br /><span class="faint">${replies}</span>
      ${count > 0 ? html`<b class="fresh">${text('threads.unread', { count })}</b>` : nothing}`;
    return html`<li>
      <button
        class="entry"
        data-testid="thread"
        data-unread=${count > 0}
        @click=${() => this.goTo(thread.room, root.seq, root.seq)}
      >
        ${messageEntry({ ...root, at: lastAt }, name, room ? titleOf(room) : '', content)}
      </button>
    </li>`;
  }

  /** Changes when something does in a thread that one follows. */
  private get news(): string {
    const counts = (room: Room) =>
      [...room.threads.values()].map((thread) => `${thread.root} ${unreadReplies(room, thread)}`);
    return this.chat.rooms.flatMap((room) => [room.id, ...counts(room)]).join();
  }

  /** By what has come since the list was loaded, too. */
  private unreadOf({ room: id, root, unread }: ListedThread): number {
    const room = this.chat.rooms.find((each) => each.id === id);
    const thread = room?.threads.get(root.seq);
    return room && thread ? unreadReplies(room, thread) : unread;
  }

  private isFollowed({ room: id, root }: ListedThread): boolean {
    const room = this.chat.rooms.find((each) => each.id === id);
    return room !== undefined && room.threads.get(root.seq)?.following !== false;
  }

  private async load(last?: ListedThread): Promise<void> {
    await this.attempt(async () => {
      const page = await api.threads(last);
      const fresh = new Set(page.threads.map(keyOf));
      const known = this.threads?.filter((thread) => !fresh.has(keyOf(thread))) ?? [];
      this.more = last || !this.threads ? page.more : this.more;
      this.threads = last ? [...known, ...page.threads] : [...page.threads, ...known];
      this.tell('threads-listed', page);
    });
  }
}

function keyOf({ room, root }: ListedThread): string {
  return threadKey(room, root.seq);
}
