import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import type { Room } from '../state/room.ts';
import { plain } from '../markdown/plain.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';

/** A screen reader is silent about a region that does not change. */
const unlike = '\u00a0';

/** Reads new messages of others to a screen reader; never history, and of a burst only the last one. */
@customElement('live-announcer')
export class LiveAnnouncer extends LightElement {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @property({ attribute: false }) me = '';
  @state() private words = '';
  private heard: { room: string; seq: number } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('room') || this.room?.history === 'unknown') return;
    const newest = this.room?.messages.at(-1);
    if (!newest) return;
    if (this.heard?.room === newest.room && newest.seq > this.heard.seq && newest.author !== this.me) {
      this.announce(newest);
    }
    this.heard = { room: newest.room, seq: newest.seq };
  }

  private announce(message: Message): void {
    const name = this.names.get(message.author) ?? message.author;
    const words = text('timeline.announced', { name, text: shortened(plain(message.text)) });
    this.words = this.words === words ? words + unlike : words;
  }

  protected override render() {
    return html`<p class="visually-hidden" role="status">${this.words}</p>`;
  }
}
