import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import { text } from '../texts/texts.ts';
import { markedPieces, messageEntry } from './message-entry.ts';
import { Modal } from './modal.ts';

/** Messages by their words, in all rooms of one's own; a hit leads to its place. */
@customElement('search-dialog')
export class SearchDialog extends Modal {
  @property({ attribute: false }) chat!: Chat;
  @state() private found: api.Found | undefined;
  @state() private loading = false;
  private query = '';

  protected override get heading(): string {
    return text('search.title');
  }

  protected override renderBody() {
    const { found } = this;
    const count = found?.hits.length ?? 0;
    return html`
      <form @submit=${this.search}>
        <input
          type="search"
          aria-label=${text('search.title')}
          placeholder=${text('search.placeholder')}
          autofocus
          data-testid="search-field"
        />
        <div class="actions"><button class="button button-strong">${text('search.submit')}</button></div>
      </form>
      <p class="faint" role="status">
        ${found ? (count === 0 ? text('search.none') : text(found.more ? 'search.first-hits' : 'search.hits', { count })) : nothing}
      </p>
      <ul class="list">
        ${found?.hits.map((hit) => this.renderHit(hit))}
      </ul>
      ${found?.more ? this.renderMore() : nothing} ${this.renderDay()}
    `;
  }

  private renderMore() {
    return html`<div class="actions">
      <button
        type="button"
        class="button"
        data-testid="more-hits"
        aria-disabled=${this.loading ? 'true' : nothing}
        @click=${this.loadMore}
      >
        ${text(this.loading ? 'dialog.loading' : 'search.more')}
      </button>
    </div>`;
  }

  /** The other way to find something: by when it was. */
  private renderDay() {
    const room = openRoom(this.chat);
    if (!room) return nothing;
    const label = text('day.label', { room: titleOf(room) });
    return html`<label>${label}<input type="date" data-testid="day-field" @change=${this.goToDay} /></label>`;
  }

  private renderHit({ message, marks }: api.Hit) {
    const { rooms, names } = this.chat;
    const room = rooms.find(({ id }) => id === message.room);
    const pieces = markedPieces(message.text, marks);
    const content = pieces.map(({ words, marked }) => (marked ? html`<mark>${words}</mark>` : words));
    return html`<li>
      <button class="entry" data-testid="hit" @click=${() => this.goTo(message.room, message.seq, message.thread)}>
        ${messageEntry(message, names.get(message.author) ?? message.author, room ? titleOf(room) : '', content)}
      </button>
    </li>`;
  }

  private readonly goToDay = async ({ target }: Event) => {
    const day = new Date(`${(target as HTMLInputElement).value}T00:00`);
    const room = openRoom(this.chat);
    if (!room || Number.isNaN(day.getTime())) return;
    await this.attempt(async () => {
      const { messages } = await api.messagesAt(room.id, day.toISOString());
      const found = messages.find(({ at }) => Date.parse(at) >= day.getTime()) ?? messages.at(-1);
      if (found) this.goTo(room.id, found.seq);
      else this.problem = text('day.none');
    });
  };

  private readonly search = async (event: SubmitEvent) => {
    event.preventDefault();
    const query = this.querySelector<HTMLInputElement>('[type=search]')?.value.trim() ?? '';
    if (query === '') return;
    this.query = query;
    await this.attempt(async () => {
      const found = await api.search(query);
      if (query === this.query) this.found = found;
    });
  };

  /** The focus goes to the first of those that came, for the button may be gone. */
  private readonly loadMore = async () => {
    const { query, found } = this;
    const last = found?.hits.at(-1);
    if (!found || !last || this.loading) return;
    this.loading = true;
    await this.attempt(async () => {
      const page = await api.search(query, last.message);
      // Another search may have been begun meanwhile.
      if (found !== this.found) return;
      this.found = { ...page, hits: [...found.hits, ...page.hits] };
      await this.updateComplete;
      this.querySelectorAll<HTMLElement>('[data-testid=hit]')[found.hits.length]?.focus();
    });
    this.loading = false;
  };
}
