import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import type { Room } from '../state/room.ts';
import { text } from '../texts/texts.ts';

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
      this.words = text('timeline.announced', {
        name: this.names.get(newest.author) ?? newest.author,
        text: newest.text,
      });
    }
    this.heard = { room: newest.room, seq: newest.seq };
  }

  protected override render() {
    return html`<p class="visually-hidden" role="status">${this.words}</p>`;
  }
}
