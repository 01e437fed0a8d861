import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { PacedElement } from '../paced-element.ts';
import { commandIn, unescaped } from '../composer/commands.ts';
import type { MessageComposer } from '../composer/message-composer.ts';
import '../composer/message-composer.ts';
import { type Chat, openRoom, start } from '../state/chat.ts';
import { seersBelow } from '../state/receipts.ts';
import { waiting } from '../state/outbox.ts';
import '../panels/chat-panels.ts';
import type { ChatPanels, MessagePanel, Panel } from '../panels/chat-panels.ts';
import '../panels/confirm-dialog.ts';
import type { ConfirmDialog } from '../panels/confirm-dialog.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import { type MessageAct, noRights, rightsOf } from '../timeline/message-acts.ts';
import type { RoomTimeline } from '../timeline/room-timeline.ts';
import '../timeline/room-timeline.ts';
import type { Me, Message } from '../wire/protocol.ts';
import type { FollowedPage } from '../wire/thread-records.ts';
import { Attention } from './attention.ts';
import './chat-header.ts';
import './chat-page.css';
import './closed-notice.ts';
import { CommandRunning } from './command-running.ts';
import './connection-banner.ts';
import { Drawer } from './drawer.ts';
import { Exit } from './exit.ts';
import { Idleness } from './idleness.ts';
import './live-announcer.ts';
import { MessageHandling } from './message-handling.ts';
import { Navigation } from './navigation.ts';
import { pageSession } from './page-session.ts';
import type { Route } from './route.ts';
import { SeenAsking } from './seen-asking.ts';
import { panelFor } from './shortcuts.ts';
import './side-bar.ts';
import { mayLose, warn } from './storage-notice.ts';
import { Surroundings } from './surroundings.ts';
import { type ThreadPane, threadPane } from './thread-pane.ts';
import './toast-notice.ts';
import type { ToastNotice } from './toast-notice.ts';
import './typing-line.ts';

@customElement('chat-page')
export class ChatPage extends PacedElement {
  @state() private chat: Chat = start;
  @state() private watched = !document.hidden;
  @state() private mayBecomeAdmin = false;
  private readonly drawer = new Drawer(this);
  private readonly session = pageSession((chat) => (this.chat = chat));
  private readonly exit = new Exit(this.session);
  private readonly parts = {
    session: this.session,
    chat: () => this.chat,
    changed: () => this.requestUpdate(),
    room: () => openRoom(this.chat),
    reveal: (seq: number) => this.reveal(seq),
    revealReply: async (seq: number) => this.querySelector<ThreadPane>('thread-pane')?.reveal(seq),
    focusComposer: () => this.goToComposer(),
    post: (words: string) => this.post(words),
    openPanel: (panel: Panel) => this.openPanel(panel),
    openAbout: (...about: [MessagePanel, Message]) =>
      this.querySelector<ChatPanels>('chat-panels')?.openAbout(...about),
    confirmed: async (...words: [string, string, string]) =>
      (await this.querySelector<ConfirmDialog>('confirm-dialog')?.ask(...words)) ?? false,
    say: (said: unknown) =>
      this.querySelector<ToastNotice>('toast-notice')?.say(typeof said === 'string' ? said : problemText(said)),
  };
  private readonly navigation = new Navigation(this.parts);
  private readonly attention = new Attention({ ...this.parts, navigation: this.navigation });
  private readonly seenAsking = new SeenAsking(api.readers, (...read) => this.session.learnReaders(...read));
  private readonly handling = new MessageHandling({ ...this.parts, navigation: this.navigation });
  private readonly running = new CommandRunning({ ...this.parts, navigation: this.navigation });

  constructor() {
    super();
    new Idleness(this, (idle) => this.session.rest(idle));
    new Surroundings(this, {
      online: () => this.session.wake(),
      offline: () => this.session.goOffline(),
      beforeunload: (event) => warn(this.chat, event),
      keydown: (event) => this.keydown(event),
      visibilitychange: () => this.changeVisibility(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.exit.watch();
    this.navigation.begin();
    this.session.begin();
    void api.status().then(({ setup }) => (this.mayBecomeAdmin = setup));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.navigation.end();
    void this.session.end();
  }

  protected override updated(): void {
    const { phase } = this.chat.connection;
    if (phase === 'signed-out') void this.exit.go();
    this.navigation.settle();
    this.attention.update(this.chat);
    this.seenAsking.update(this.chat);
  }

  protected override render() {
    if (this.chat.connection.phase === 'banned') return html`<closed-notice></closed-notice>`;
    return html`
      <a class="skip visually-hidden" href="#composer" @click=${this.skip}>${text('app.skip')}</a>
      <div
        class="frame"
        @panel-wanted=${({ detail }: CustomEvent<Panel>) => this.openPanel(detail)}
        @message-act=${({ detail }: CustomEvent<MessageAct>) => this.handling.handle(detail)}
      >
        <side-bar
          id="side"
          role="complementary"
          aria-label=${text('side.label')}
          ?data-open=${this.drawer.isOpen}
          .chat=${this.chat}
          .mayBecomeAdmin=${this.mayBecomeAdmin}
          @drawer-closed=${this.drawer.close}
          @room-chosen=${this.closeDrawer}
          @texts-forgotten=${() => this.session.forgetTexts()}
          @signed-out=${this.exit.signOut}
          @became-admin=${(event: CustomEvent<Me>) => this.session.become(event.detail)}
        ></side-bar>
        ${this.drawer.isOpen ? html`<div class="veil" @click=${this.drawer.close}></div>` : nothing}
        <main ?inert=${this.drawer.isOpen}>
          <div class="room-pane">${this.renderRoom()}</div>
          ${threadPane({ chat: this.chat, watched: this.watched, page: { ...this.parts, navigation: this.navigation } })}
        </main>
      </div>
      <chat-panels
        .chat=${this.chat}
        @room-wanted=${this.goToRoom}
        @threads-listed=${({ detail }: CustomEvent<FollowedPage>) => this.session.threads.learn(detail)}
      ></chat-panels>
      <confirm-dialog></confirm-dialog>
      <toast-notice></toast-notice>
      <live-announcer .room=${openRoom(this.chat)} .names=${this.chat.names} .me=${this.username}></live-announcer>
    `;
  }

  private renderRoom() {
    const { connection, presence, names, limits, outbox, me, typing } = this.chat;
    const room = openRoom(this.chat);
    const rights = room ? rightsOf(room, me) : noRights;
    return html`
      <chat-header
        .room=${room}
        .presence=${presence}
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
        <storage-notice .needed=${mayLose(this.chat)} @notice-closed=${this.goToComposer}></storage-notice>
      </div>
      <room-timeline
        .room=${room}
        .presence=${presence}
        .outbox=${outbox}
        .names=${names}
        .seers=${room ? seersBelow(room, this.chat) : undefined}
        .rights=${rights}
        .editing=${this.handling.editingHere}
        .watched=${this.watched}
        @more-wanted=${(event: CustomEvent<'start' | 'end'>) => this.session.loadMore(event.detail)}
        @reader-moved=${(event: CustomEvent<boolean>) => this.session.move(event.detail)}
        @room-seen=${(event: CustomEvent<number>) => room && this.session.see(room.id, event.detail)}
        @message-wanted=${(event: CustomEvent<number>) => room && void this.navigation.jump(room.id, event.detail)}
        @text-retried=${(event: CustomEvent<string>) => this.session.retry(event.detail)}
        @text-edited=${(event: CustomEvent<string>) => this.editAgain(event.detail)}
        @text-discarded=${(event: CustomEvent<string>) => this.session.discard(event.detail)}
      ></room-timeline>
      <typing-line .room=${room?.id ?? ''} .typists=${typing} .names=${names}></typing-line>
      <message-composer
        .room=${room}
        .me=${this.username}
        .limit=${limits.textCodePoints}
        .writes=${room === undefined || rights.writes}
        .members=${() => api.members(room?.id ?? '')}
        .replyTo=${this.handling.replyTo}
        @typed=${() => this.session.tellTyping()}
        @last-edited=${() => this.handling.editLast()}
        @reply-cancelled=${() => this.handling.stopReply()}
        @text-written=${(event: CustomEvent<string>) => this.write(event.detail)}
      ></message-composer>
    `;
  }

  private get username(): string {
    return this.chat.me?.username ?? '';
  }

  /** Only now the timeline has what was loaded. */
  private async reveal(seq: number): Promise<void> {
    await this.updateComplete;
    await this.querySelector<RoomTimeline>('room-timeline')?.reveal(seq);
  }

  private openPanel(panel: Panel): void {
    this.querySelector<ChatPanels>('chat-panels')?.open(panel);
  }

  private write(words: string): void {
    const command = commandIn(words);
    if (command) this.running.run(command);
    else this.post(unescaped(words));
  }

  private post(words: string): void {
    const replyTo = this.handling.replyTo?.seq;
    this.session.post(words, replyTo === undefined ? {} : { replyTo });
    this.handling.stopReply();
    this.querySelector<RoomTimeline>('room-timeline')?.goToEnd();
  }

  private editAgain(id: string): void {
    const outgoing = this.chat.outbox.find((each) => each.id === id);
    if (!outgoing) return;
    this.querySelector<MessageComposer>('message-composer')?.resume(outgoing.text);
    this.session.discard(id);
  }

  private keydown(event: KeyboardEvent): void {
    const wanted = this.querySelector('dialog[open]') ? undefined : panelFor(event);
    if (!wanted) return;
    if (wanted === 'mark-read') return this.session.markRead();
    this.openPanel(wanted);
    event.preventDefault();
  }

  private readonly goToRoom = ({ detail }: CustomEvent<Route>) => {
    this.closeDrawer();
    this.navigation.goTo(detail);
  };

  private readonly closeDrawer = () => {
    if (this.drawer.isOpen) void this.drawer.close();
  };

  /** The pressed button goes away with the wait. */
  private readonly reconnect = () => {
    this.session.wake();
    this.querySelector<HTMLElement>('room-timeline .scroller')?.focus({ preventScroll: true });
  };

  private changeVisibility(): void {
    this.watched = !document.hidden;
    this.session.look(this.watched);
    if (this.watched) this.session.wake();
  }

  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.goToComposer();
  };

  private readonly goToComposer = () => this.querySelector<HTMLElement>('#composer')?.focus();
}
