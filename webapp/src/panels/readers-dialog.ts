import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { avatar } from '../people/avatar.ts';
import { standingWords } from '../people/standing.ts';
import type { Chat } from '../state/chat.ts';
import { standingOf } from '../state/presence.ts';
import { tellsReceipts } from '../state/receipts.ts';
import { text } from '../texts/texts.ts';
import type { Message, Person } from '../wire/protocol.ts';
import { Modal } from './modal.ts';

/** Who has read a message, of those who tell it. */
@customElement('readers-dialog')
export class ReadersDialog extends Modal {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) chat!: Chat;
  @state() private readers: api.Readers | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => (this.readers = await api.readers(this.message)));
  }

  protected override get heading(): string {
    return text('readers.title');
  }

  protected override renderBody() {
    if (!tellsReceipts(this.chat.preferences)) {
      return html`<p role="status">${text('readers.off')}</p>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.tell('panel-wanted', 'notifications')}>
            ${text('readers.preferences')}
          </button>
        </div>`;
    }
    const { readers } = this;
    if (!readers) return this.problem ? nothing : html`<p class="faint" role="status">${text('dialog.loading')}</p>`;
    const { people, count } = readers;
    return html`
      <p class="faint" role="status">${count === 0 ? text('readers.none') : text('readers.count', { count })}</p>
      <ul class="list" data-testid="readers">
        ${people.map((person) => this.renderPerson(person))}
        ${count > people.length ? html`<li class="faint">${text('people.more', { count: count - people.length })}</li>` : nothing}
      </ul>
      <p class="faint">${text('readers.explain')}</p>
    `;
  }

  private renderPerson({ username, displayName }: Person) {
    const standing = standingOf(this.chat.presence, username);
    return html`<li class="entry" data-testid="reader" data-username=${username}>
      ${avatar(username, displayName, standing)}
      <span class="what">
        <span class="one-line"><bdi>${displayName}</bdi>${standingWords(standing)}</span>
        <span class="faint one-line" dir="auto">${username}</span>
      </span>
    </li>`;
  }
}
