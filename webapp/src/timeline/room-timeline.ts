import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import type { Outbox } from '../state/outbox.ts';
import type { PresenceLine } from '../state/presence.ts';
import { type Room, unread } from '../state/room.ts';
import { text } from '../texts/texts.ts';
import { type Decision, drawRow } from './draw-row.ts';
import './room-timeline.css';
import { rows } from './rows.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { skeleton } from './skeleton.ts';
import { bounded, earlier, isAtEnd, later, latest, shifted, type Span } from './span.ts';

/** The conversation of one room: a bounded part of it in the page, more on the way up and down. */
@customElement('room-timeline')
export class RoomTimeline extends LightElement {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) lines: readonly PresenceLine[] = [];
  @property({ attribute: false }) outbox: Outbox = [];
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) me = '';
  @property({ attribute: false }) watched = true;
  @state() private span: Span = latest(0);
  private readonly keeper = new ScrollKeeper(this, (edge) => this.extend(edge));

  /** For one who has written something, and wants to see it. */
  goToEnd(): void {
    this.keeper.goToEnd();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('room');
    const length = this.room?.messages.length ?? 0;
    if (before?.id !== this.room?.id && changed.has('room')) this.keeper.pinned = true;
    if (changed.has('room') && before) this.follow(before);
    this.span = this.keeper.pinned ? latest(length) : bounded(this.span, length);
  }

  protected override updated(): void {
    const last = this.room?.messages.at(-1);
    if (!this.room || !last || !this.watched || !this.keeper.pinned || last.seq <= this.room.readUpTo) return;
    this.tell('room-read', last.seq);
  }

  protected override render() {
    const name = this.room?.name ?? '';
    return html`
      <div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${text('timeline.label', { room: name })}
        aria-busy=${this.room?.history !== 'known'}
        tabindex="0"
        data-testid="timeline"
        @scroll=${() => this.keeper.scrolled() && this.requestUpdate()}
      >
        <div class="content">${this.room ? this.renderContent(this.room) : skeleton()}</div>
      </div>
      ${this.room && !this.keeper.pinned ? this.renderPill(this.room) : nothing}
    `;
  }

  private renderContent(room: Room) {
    const { messages, complete, history } = room;
    if (history !== 'known' && messages.length === 0) return skeleton();
    const atEnd = isAtEnd(this.span, messages.length);
    const material = {
      before: messages[this.span.from - 1],
      messages: messages.slice(this.span.from, this.span.to),
      older: this.span.from > 0 || !complete,
      lines: atEnd ? this.lines : [],
      outgoing: atEnd ? this.outbox.filter(({ room: its }) => its === room.id) : [],
      me: this.me,
    };
    const all = rows(material);
    const view = {
      names: this.names,
      me: this.me,
      now: Date.now(),
      tell: (type: Decision, id: string) => this.decide(type, id),
    };
    return html`
      <div class="edge edge-start"></div>
      ${complete && this.span.from === 0 ? this.renderBeginning(room) : nothing}
      ${history === 'loading' ? html`<p class="loading">${text('timeline.loading')}</p>` : nothing}
      ${repeat(
        all,
        ({ key }) => key,
        (row) => drawRow(row, view),
      )}
      <div class="edge edge-end"></div>
    `;
  }

  private renderBeginning({ name, messages }: Room) {
    const empty = messages.length === 0;
    return html`<div class="beginning" data-testid="beginning">
      <span class="sign" aria-hidden="true">#</span>
      <p class="title">${empty ? text('timeline.empty-title') : text('timeline.beginning', { room: name })}</p>
      ${empty ? html`<p>${text('timeline.empty-text', { room: name })}</p>` : nothing}
    </div>`;
  }

  private renderPill(room: Room) {
    const count = unread(room, this.me);
    return html`<button
      class="pill"
      data-testid=${count > 0 ? 'new-messages' : 'jump-to-latest'}
      aria-label=${count > 0 ? nothing : text('timeline.latest')}
      @click=${this.jump}
    >
      ${count > 0 ? text('timeline.new', { count }) : nothing} ${icons.down}
    </button>`;
  }

  /** Older messages that were loaded push the list down; the reader stays with the ones in view. */
  private follow(before: Room): void {
    const first = before.messages[0]?.seq;
    const by = this.room?.messages.findIndex(({ seq }) => seq === first) ?? 0;
    if (by > 0) this.span = earlier(shifted(this.span, by), this.room?.messages.length ?? 0);
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
    const length = this.room?.messages.length ?? 0;
    if (edge === 'end') {
      if (!isAtEnd(this.span, length)) this.span = later(this.span, length);
    } else if (this.span.from > 0) {
      if (!this.keeper.pinned) this.span = earlier(this.span, length);
    } else if (this.room?.history === 'known' && !this.room.complete) this.tell('older-wanted');
  }
}
