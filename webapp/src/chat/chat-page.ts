import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { LightElement } from '../light-element.ts';
import type { MessageComposer } from '../composer/message-composer.ts';
import '../composer/message-composer.ts';
import { AccountOutbox } from '../outbox/account-outbox.ts';
import { OutboxStore } from '../outbox/outbox-store.ts';
import { type Chat, openRoom, start } from '../state/chat.ts';
import { unsent, waiting } from '../state/outbox.ts';
import { unread } from '../state/room.ts';
import { text } from '../texts/texts.ts';
import type { RoomTimeline } from '../timeline/room-timeline.ts';
import '../timeline/room-timeline.ts';
import type { Me } from '../wire/protocol.ts';
import './chat-header.ts';
import './chat-page.css';
import { ChatSession } from './chat-session.ts';
import './closed-notice.ts';
import './connection-banner.ts';
import { Drawer } from './drawer.ts';
import './live-announcer.ts';
import './side-bar.ts';
import './storage-notice.ts';
import { signedOutElsewhere, tellSignedOut } from './tabs.ts';

const server = { ...api, openSocket: () => new WebSocket(api.socketAddress()) };

const outbox = `chatterbox-outbox ${new URL('.', document.baseURI).pathname}`;
const tab = {
  outbox: new AccountOutbox(outbox, new OutboxStore(outbox), new BroadcastChannel(outbox), navigator.locks),
  reload: () => location.reload(),
};

const longestFrameMs = 50;

@customElement('chat-page')
export class ChatPage extends LightElement {
  @state() private chat: Chat = start;
  @state() private watched = !document.hidden;
  @state() private mayBecomeAdmin = false;
  private readonly drawer = new Drawer(this);
  private leaving = false;
  private readonly session = new ChatSession(server, (chat) => (this.chat = chat), tab);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.wake);
    addEventListener('offline', this.goOffline);
    addEventListener('beforeunload', this.warn);
    document.addEventListener('visibilitychange', this.changeVisibility);
    signedOutElsewhere(() => void this.leave());
    this.session.begin();
    void api.status().then(({ setup }) => (this.mayBecomeAdmin = setup));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.wake);
    removeEventListener('offline', this.goOffline);
    removeEventListener('beforeunload', this.warn);
    document.removeEventListener('visibilitychange', this.changeVisibility);
    void this.session.end();
  }

  /** A burst of frames from the server is drawn once per frame of the screen; a hidden page has none and is drawn by time. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => resolve());
      setTimeout(resolve, longestFrameMs);
    });
    await super.scheduleUpdate();
  }

  protected override updated(): void {
    const { phase } = this.chat.connection;
    if (phase === 'signed-out') void this.leave();
    const count = this.watched ? 0 : this.chat.rooms.reduce((sum, room) => sum + unread(room, this.username), 0);
    const name = text('app.name');
    document.title = count > 0 ? text('app.title-unread', { count, name }) : name;
  }

  protected override render() {
    if (this.chat.connection.phase === 'banned') return html`<closed-notice></closed-notice>`;
    const { connection, presence, names, limits, outbox } = this.chat;
    const room = openRoom(this.chat);
    return html`
      <a class="skip visually-hidden" href="#composer" @click=${this.skip}>${text('app.skip')}</a>
      <div class="frame">
        <side-bar
          id="side"
          role="complementary"
          aria-label=${text('side.label')}
          ?data-open=${this.drawer.isOpen}
          .chat=${this.chat}
          .mayBecomeAdmin=${this.mayBecomeAdmin}
          @drawer-closed=${this.drawer.close}
          @room-chosen=${this.chooseRoom}
          @texts-forgotten=${() => this.session.forgetTexts()}
          @signed-out=${this.signedOut}
          @became-admin=${(event: CustomEvent<Me>) => this.session.become(event.detail)}
        ></side-bar>
        ${this.drawer.isOpen ? html`<div class="veil" @click=${this.drawer.close}></div>` : nothing}
        <main ?inert=${this.drawer.isOpen}>
          <chat-header
            .room=${room}
            .online=${presence.count}
            .connection=${connection}
            .drawerOpen=${this.drawer.isOpen}
            @drawer-opened=${this.drawer.open}
          ></chat-header>
          <div class="notices">
            <connection-banner
              .connection=${connection}
              .waiting=${waiting(outbox)}
              @reconnect=${this.reconnect}
            ></connection-banner>
            <storage-notice .needed=${this.mayLose} @notice-closed=${this.goToComposer}></storage-notice>
          </div>
          <room-timeline
            .room=${room}
            .lines=${presence.lines}
            .outbox=${outbox}
            .names=${names}
            .me=${this.username}
            .watched=${this.watched}
            @older-wanted=${() => this.session.loadOlder()}
            @room-read=${(event: CustomEvent<number>) => room && this.session.read(room.id, event.detail)}
            @text-retried=${(event: CustomEvent<string>) => this.session.retry(event.detail)}
            @text-edited=${(event: CustomEvent<string>) => this.editAgain(event.detail)}
            @text-discarded=${(event: CustomEvent<string>) => this.session.discard(event.detail)}
          ></room-timeline>
          <message-composer
            .room=${room}
            .me=${this.username}
            .limit=${limits.textCodePoints}
            @text-written=${(event: CustomEvent<string>) => this.post(event.detail)}
          ></message-composer>
        </main>
      </div>
      <live-announcer .room=${room} .names=${names} .me=${this.username}></live-announcer>
    `;
  }

  private get username(): string {
    return this.chat.me?.username ?? '';
  }

  /** The browser keeps nothing, and something waits for longer than a moment. */
  private get mayLose(): boolean {
    const { stores, connection, outbox } = this.chat;
    const waits = connection.phase !== 'open' && waiting(outbox) > 0;
    return !stores && (waits || outbox.some(({ progress }) => progress.step === 'refused'));
  }

  private post(words: string): void {
    this.session.post(words);
    this.querySelector<RoomTimeline>('room-timeline')?.goToEnd();
  }

  private editAgain(id: string): void {
    const outgoing = this.chat.outbox.find((each) => each.id === id);
    if (!outgoing) return;
    this.querySelector<MessageComposer>('message-composer')?.resume(outgoing.text);
    this.session.discard(id);
  }

  private readonly warn = (event: BeforeUnloadEvent) => {
    if (!this.chat.stores && unsent(this.chat.outbox) > 0) event.preventDefault();
  };

  private readonly wake = () => this.session.wake();

  /** The pressed button goes away with the wait. */
  private readonly reconnect = () => {
    this.session.wake();
    this.querySelector<HTMLElement>('room-timeline .scroller')?.focus({ preventScroll: true });
  };

  private readonly goOffline = () => this.session.goOffline();

  private readonly changeVisibility = () => {
    this.watched = !document.hidden;
    if (this.watched) this.session.wake();
  };

  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.goToComposer();
  };

  private readonly goToComposer = () => this.querySelector<HTMLElement>('#composer')?.focus();

  private readonly chooseRoom = (event: CustomEvent<string>) => {
    this.session.open(event.detail);
    if (this.drawer.isOpen) void this.drawer.close();
  };

  private readonly signedOut = () => {
    tellSignedOut();
    void this.leave();
  };

  private async leave(): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    await this.session.end();
    location.replace(new URL('sign-in', document.baseURI));
  }
}
