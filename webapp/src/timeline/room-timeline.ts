import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { titleOf } from '../chat/room-names.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { isShownIn, type Outbox } from '../state/outbox.ts';
import { nobody, type Presence, standingOf } from '../state/presence.ts';
import type { Seers } from '../state/receipts.ts';
import { newest, type Room, unread } from '../state/room.ts';
import { messageOf } from '../state/window.ts';
import { text } from '../texts/texts.ts';
import { Choosing } from './choosing.ts';
import { beginning } from './beginning.ts';
import { type Decision, drawRow } from './draw-row.ts';
import { type Act, actsOn, type MessageAct, noRights, type Rights } from './message-acts.ts';
import './room-timeline.css';
import { rows } from './rows.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { skeleton } from './skeleton.ts';

/** The conversation of one room: of what the page holds of it the part where the reader is, more on the way up and down. */
@customElement('room-timeline')
export class RoomTimeline extends LightElement {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) presence: Presence = nobody;
  @property({ attribute: false }) outbox: Outbox = [];
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) seers: Seers | undefined;
  @property({ attribute: false }) rights: Rights = noRights;
  @property({ attribute: false }) watched = true;
  @property({ attribute: false }) editing: number | undefined;
  /** The number of the root, where the messages are those of a thread. */
  @property({ attribute: false }) thread: number | undefined;
  @state() private hasNewAbove = false;
  private readonly choosing = new Choosing(this, (act, seq) => this.actOn(act, seq));
  private readonly keeper = new ScrollKeeper(this, (edge) => this.extend(edge));

  /** For one who has written something, and wants to see it. */
  goToEnd(): void {
    if (this.room?.past) this.tell('reader-moved', false);
    this.keeper.goToEnd();
  }

  /** Brings a message that is loaded into view, and the focus to it. */
  async reveal(seq: number): Promise<void> {
    await this.updateComplete;
    const found = this.messages.find((message) => message.seq >= seq);
    if (!found) return;
    this.keeper.pinned = false;
    this.requestUpdate();
    await this.updateComplete;
    const row = this.querySelector<HTMLElement>(`.row[data-seq="${found.seq}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
    row?.classList.add('found');
    setTimeout(() => row?.classList.remove('found'), 2000);
  }

  private get messages() {
    return this.room?.past?.messages ?? this.room?.messages ?? [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('room')) return;
    const before = changed.get('room');
    if (before?.id !== this.room?.id) {
      this.keeper.pinned = true;
      this.choosing.choose(undefined);
    }
    if (this.room?.past && !before?.past) this.keeper.pinned = false;
    this.keeper.mayPin &&= !this.room?.past;
  }

  protected override updated(): void {
    // Only what is drawn by now may end with the newest message.
    this.keeper.mayPin = !this.room?.past;
    this.lookForNew();
    if (this.room?.away === this.keeper.pinned) this.tell('reader-moved', !this.keeper.pinned);
    if (!this.room?.messages.length || !this.watched || !this.keeper.pinned) return;
    const { held, seen, upTo } = this.room.reading;
    const last = newest(this.room);
    if (!held && last > Math.max(seen, upTo)) this.tell('room-seen', last);
  }

  protected override render() {
    return html`
      <div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.room ? this.labelOf(this.room) : nothing}
        aria-busy=${this.room?.history !== 'known'}
        tabindex="0"
        data-testid="timeline"
        @scroll=${() => {
          this.lookForNew();
          if (this.keeper.scrolled()) this.requestUpdate();
        }}
      >
        <div class="content">${this.room ? this.renderContent(this.room) : skeleton()}</div>
      </div>
      ${this.room && this.hasNewAbove ? this.renderFirstUnread(this.room) : nothing}
      ${this.room && (!this.keeper.pinned || this.room.past) ? this.renderPill(this.room) : nothing}
    `;
  }

  private labelOf(room: Room): string {
    if (this.thread !== undefined) return text('thread.label');
    const direct = room.kind === 'direct';
    return text(direct ? 'timeline.label-direct' : 'timeline.label', { room: direct ? titleOf(room) : room.name });
  }

  private renderContent(room: Room) {
    const { history, past } = room;
    const messages = this.messages;
    const { complete } = past ?? room;
    if (history !== 'known' && messages.length === 0) return skeleton();
    const material = {
      messages,
      older: !complete,
      lines: !past && room.kind !== 'direct' ? this.presence.lines : [],
      outgoing: past ? [] : this.outbox.filter((text) => isShownIn(text, room.id, this.thread)),
      replies: this.thread === undefined ? undefined : messages[0]?.state?.thread?.replies,
      newAfter: room.newAfter,
      me: room.reader,
    };
    return html`
      <div class="edge edge-start"></div>
      ${complete && this.thread === undefined ? beginning(room) : nothing}
      ${history === 'loading' ? html`<p class="loading">${text('timeline.loading')}</p>` : nothing}
      ${repeat(
        rows(material),
        ({ key }) => key,
        (row) => drawRow(row, this.viewOf(room)),
      )}
      <div class="edge edge-end"></div>
    `;
  }

  private viewOf(room: Room) {
    return {
      active: this.choosing.seq,
      editing: this.editing,
      rights: this.rights,
      original: (seq: number) => messageOf(room, seq),
      names: this.names,
      seers: this.seers,
      standing: (username: string) => standingOf(this.presence, username),
      me: room.reader,
      now: Date.now(),
      tell: (type: Decision, id: string) => this.decide(type, id),
      act: (act: MessageAct) => this.tell('message-act', act),
      jump: (seq: number) => this.tell('message-wanted', seq),
    };
  }

  private renderFirstUnread({ newAfter = 0 }: Room) {
    return html`<button
      class="pill"
      data-testid="first-unread"
      @click=${() => this.tell('message-wanted', newAfter + 1)}
    >
      ${text('timeline.first-unread')}
    </button>`;
  }

  private renderPill(room: Room) {
    const count = unread(room).unread;
    return html`<button
      class="pill"
      data-testid=${count > 0 ? 'new-messages' : 'jump-to-latest'}
      aria-label=${count > 0 ? nothing : text('timeline.latest')}
      @click=${this.jump}
    >
      ${count > 0 ? text('timeline.new', { count }) : nothing} ${icons.down}
    </button>`;
  }

  /** Whether what is new begins above what is in view. */
  private lookForNew(): void {
    const scroller = this.querySelector('.scroller');
    const isOpen = this.room?.newAfter !== undefined && this.room.history === 'known' && !this.room.past;
    if (!scroller || !isOpen) this.hasNewAbove = false;
    else {
      const line = this.querySelector('.row.new')?.getBoundingClientRect();
      this.hasNewAbove = line ? line.bottom < scroller.getBoundingClientRect().top : !this.room?.complete;
    }
  }

  private actOn(act: Act, seq: number): void {
    const message = this.room && messageOf(this.room, seq);
    if (message && actsOn(message, this.rights).includes(act)) this.tell('message-act', { act, message });
  }

  /** The pressed button goes away; the focus must not go with it. */
  private decide(type: Decision, id: string): void {
    this.holdFocus();
    this.tell(type, id);
  }

  private readonly jump = () => {
    this.goToEnd();
    this.holdFocus();
  };

  private holdFocus(): void {
    this.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true });
  }

  private extend(edge: 'start' | 'end'): void {
    if (this.room?.history !== 'known') return;
    if (edge === 'end' ? this.room.past : !(this.room.past ?? this.room).complete) this.tell('more-wanted', edge);
  }
}
