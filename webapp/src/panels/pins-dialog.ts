import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import type { Room } from '../state/room.ts';
import { plain } from '../markdown/plain.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import { messageEntry } from './message-entry.ts';
import { Modal } from './modal.ts';

/** What the room keeps at hand; each leads to its place. */
@customElement('pins-dialog')
export class PinsDialog extends Modal {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @state() private messages: readonly Message[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => (this.messages = await api.pins(this.room.id)));
  }

  protected override get heading(): string {
    return text('pins.title');
  }

  protected override renderBody() {
    return html`
      ${this.messages?.length === 0 ? html`<p class="faint" role="status">${text('pins.none')}</p>` : nothing}
      <ul class="list">
        ${this.messages?.map((message) => this.renderPin(message))}
      </ul>
    `;
  }

  private renderPin(message: Message) {
    const name = this.names.get(message.author) ?? message.author;
    return html`<li>
      <button class="entry" data-testid="pin" @click=${() => this.goTo(message.room, message.seq, message.thread)}>
        ${messageEntry(message, name, '', shortened(plain(message.text)))}
      </button>
    </li>`;
  }
}
