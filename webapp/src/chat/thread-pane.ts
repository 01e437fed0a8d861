import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../composer/message-composer.ts';
import type { MessageComposer } from '../composer/message-composer.ts';
import { unescaped } from '../composer/commands.ts';
import * as api from '../http/api.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import { asRoom } from '../state/open-thread.ts';
import type { Room } from '../state/room.ts';
import { threadKey } from '../state/threads.ts';
import { text } from '../texts/texts.ts';
import { type MessageAct, rightsOf } from '../timeline/message-acts.ts';
import type { RoomTimeline } from '../timeline/room-timeline.ts';
import '../timeline/room-timeline.ts';
import './live-announcer.ts';
import { MessageHandling, type HandlingPage } from './message-handling.ts';
import { titleOf } from './room-names.ts';
import './thread-pane.css';

interface Shown {
  readonly chat: Chat;
  readonly watched: boolean;
  readonly page: PanePage;
}
/** What is asked of the page around it; the message box of that is the room's. */
type PanePage = Omit<HandlingPage, 'room' | 'changed'>;

/** Each thread begins anew. */
export function threadPane({ chat, watched, page }: Shown) {
  const { thread } = chat;
  const pane = html`<thread-pane .chat=${chat} .watched=${watched} .page=${page}></thread-pane>`;
  return thread ? keyed(threadKey(thread.room, thread.root), pane) : nothing;
}

/** The thread that is open beside its room: its root, its replies, and a message box of its own. */
@customElement('thread-pane')
export class ThreadPane extends LightElement {
  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) watched = true;
  @property({ attribute: false }) page!: PanePage;
  @state() private away = false;
  private handling!: MessageHandling;

  override connectedCallback(): void {
    super.connectedCallback();
    this.handling = new MessageHandling({
      ...this.page,
      room: () => this.room,
      changed: () => this.requestUpdate(),
      focusComposer: () => this.field?.focus(),
    });
  }

  /** Brings a reply that is loaded into view. */
  async reveal(seq: number): Promise<void> {
    await this.updateComplete;
    await this.timeline?.reveal(seq);
  }

  protected override render() {
    const { chat, room } = this;
    const { thread } = chat;
    if (!room || !thread) return nothing;
    const own = rightsOf(room, chat.me);
    const isClosed = thread.message?.state?.deletedBy !== undefined;
    const rights = { ...own, inThread: true, writes: own.writes && !isClosed };
    return html`
      <section
        class="pane"
        aria-labelledby="thread-title"
        data-testid="thread-pane"
        @keydown=${this.keydown}
        @message-act=${this.handle}
      >
        ${this.renderHeader(room, thread.following)}
        <room-timeline
          .room=${room}
          .thread=${thread.root}
          .presence=${chat.presence}
          .outbox=${chat.outbox}
          .names=${chat.names}
          .rights=${rights}
          .editing=${this.handling.editingHere}
          .watched=${this.watched}
          @more-wanted=${() => this.page.session.threads.loadOlder()}
          @reader-moved=${({ detail }: CustomEvent<boolean>) => (this.away = detail)}
          @room-seen=${({ detail }: CustomEvent<number>) => this.page.session.threads.see(detail)}
          @message-wanted=${({ detail }: CustomEvent<number>) => this.jump(detail)}
          @text-retried=${({ detail }: CustomEvent<string>) => this.page.session.retry(detail)}
          @text-edited=${({ detail }: CustomEvent<string>) => this.editAgain(detail)}
          @text-discarded=${({ detail }: CustomEvent<string>) => this.page.session.discard(detail)}
        ></room-timeline>
        ${isClosed ? html`<p class="closed">${text('thread.closed')}</p>` : this.renderComposer(room, rights.writes)}
        <live-announcer .room=${room} .names=${chat.names} .me=${rights.me}></live-announcer>
      </section>
    `;
  }

  private renderHeader(room: Room, following: boolean) {
    const words = text(following ? 'thread.stop' : 'thread.follow');
    return html`<header>
      <h1 id="thread-title">${text('thread.title')} <bdi class="faint">${titleOf(room)}</bdi></h1>
      <button
        class="button-icon"
        title=${words}
        aria-label=${words}
        data-testid="thread-following"
        @click=${() => this.turnFollowing(!following)}
      >
        ${following ? icons.bell : icons.bellOff}
      </button>
      <button
        class="button-icon"
        title=${text('thread.close')}
        aria-label=${text('thread.close')}
        data-testid="thread-close"
        @click=${this.close}
      >
        ${icons.close}
      </button>
    </header>`;
  }

  private renderComposer(room: Room, writes: boolean) {
    const { me, limits, thread } = this.chat;
    return html`<message-composer
        .room=${room}
        .thread=${thread?.root}
        .me=${me?.username ?? ''}
        .limit=${limits.textCodePoints}
        .writes=${writes}
        .members=${() => api.members(room.id)}
        .replyTo=${this.handling.replyTo}
        @last-edited=${() => this.handling.editLast()}
        @reply-cancelled=${() => this.handling.stopReply()}
        @text-written=${({ detail }: CustomEvent<string>) => this.write(detail)}
      ></message-composer>
      ${
        writes
          ? html`<label class="also">
              <input type="checkbox" data-testid="also" />${text('thread.also', { room: titleOf(room) })}
            </label>`
          : nothing
      }`;
  }

  private get room(): Room | undefined {
    const room = openRoom(this.chat);
    return room && this.chat.thread && asRoom(room, this.chat.thread, this.away);
  }

  private get timeline(): RoomTimeline | null {
    return this.querySelector<RoomTimeline>('room-timeline');
  }

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>('#thread-composer');
  }

  private write(words: string): void {
    const { thread } = this.chat;
    if (!thread) return;
    const box = this.querySelector<HTMLInputElement>('.also input');
    const replyTo = this.handling.replyTo?.seq;
    this.page.session.post(unescaped(words), {
      thread: thread.root,
      ...(box?.checked && { also: true }),
      ...(replyTo !== undefined && { replyTo }),
    });
    if (box) box.checked = false;
    this.handling.stopReply();
    this.timeline?.goToEnd();
  }

  private editAgain(id: string): void {
    const outgoing = this.chat.outbox.find((each) => each.id === id);
    if (!outgoing) return;
    this.querySelector<MessageComposer>('message-composer')?.resume(outgoing.text);
    this.page.session.discard(id);
  }

  /** To what is new, or to what is quoted: that may stand in the room alone. */
  private jump(seq: number): void {
    const { room } = this;
    const isHere = seq - 1 === room?.newAfter || room?.messages.some((message) => message.seq === seq);
    if (isHere) void this.timeline?.reveal(seq);
    else if (room) void this.page.navigation.jump(room.id, seq);
  }

  private turnFollowing(on: boolean): void {
    const { thread } = this.chat;
    const place = thread && { room: thread.room, seq: thread.root };
    if (place) api.followThread(place, on).catch((problem: unknown) => this.page.say(problem));
  }

  /** Those of the room are not meant. */
  private readonly handle = (event: CustomEvent<MessageAct>) => {
    event.stopPropagation();
    this.handling.handle(event.detail);
  };

  private readonly keydown = (event: KeyboardEvent) => {
    const { key, defaultPrevented, target } = event;
    const isBusy = this.querySelector('emoji-picker, message-editor') !== null;
    const isWriting = target instanceof HTMLTextAreaElement && target.value !== '';
    if (key !== 'Escape' || defaultPrevented || isBusy || isWriting) return;
    event.preventDefault();
    this.close();
  };

  private readonly close = () => {
    this.page.navigation.go(this.chat.openRoom);
    this.page.focusComposer();
  };
}
