import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { signOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { text } from '../texts/texts.ts';
import { Modal } from './modal.ts';

/** The rooms that one may find: one's own and those that can be joined. */
@customElement('browse-dialog')
export class BrowseDialog extends Modal {
  @property({ attribute: false }) me = '';
  @state() private rooms: readonly api.Listed[] | undefined;
  @state() private more = false;
  private query = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find('');
  }

  protected override get heading(): string {
    return text('browse.title');
  }

  protected override renderBody() {
    return html`
      <input
        type="search"
        aria-label=${text('browse.search')}
        placeholder=${text('browse.search')}
        autofocus
        @input=${({ target }: InputEvent) => void this.find((target as HTMLInputElement).value.trim())}
      />
      ${this.rooms === undefined ? html`<p class="faint" role="status">${text('dialog.loading')}</p>` : nothing}
      ${this.rooms?.length === 0 ? html`<p class="faint" role="status">${text('browse.none')}</p>` : nothing}
      <ul class="list">
        ${repeat(
          this.rooms ?? [],
          ({ id }) => id,
          (room) => this.renderRoom(room),
        )}
      </ul>
      ${this.more ? html`<button class="button" @click=${this.findMore}>${text('browse.more')}</button>` : nothing}
    `;
  }

  private renderRoom({ id, name, topic, kind, members, archived, member }: api.Listed) {
    const count = text('room.members', { count: members });
    return html`<li class="entry" data-testid="listed-room">
      <span class="sign" aria-hidden="true">${signOf(kind)}</span>
      <span class="what">
        <bdi class="one-line">${name}</bdi>
        <span class="faint one-line" dir="auto"
          >${[count, archived ? text('browse.archived') : '', topic].filter(Boolean).join(' · ')}</span
        >
      </span>
      <button class="button" @click=${() => (member ? this.goTo(id) : void this.join(id))}>
        ${text(member ? 'browse.open' : 'browse.join')}
      </button>
    </li>`;
  }

  private async join(room: string): Promise<void> {
    await this.attempt(async () => {
      await api.addMember(room, this.me);
      this.goTo(room);
    });
  }

  /** Only the answer to what is asked for now counts. */
  private async find(query: string): Promise<void> {
    this.query = query;
    await this.attempt(async () => {
      const { rooms, more } = await api.directory(query);
      if (query === this.query) Object.assign(this, { rooms, more });
    });
  }

  private readonly findMore = () =>
    this.attempt(async () => {
      const known = this.rooms ?? [];
      const { rooms, more } = await api.directory(this.query, known.at(-1)?.name ?? '');
      Object.assign(this, { rooms: [...known, ...rooms], more });
    });
}
