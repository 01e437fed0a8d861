import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { nameOf, signOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { avatar } from '../people/avatar.ts';
import type { Chat } from '../state/chat.ts';
import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';
import { Modal } from './modal.ts';
import { type Target, targetsFor } from './palette.ts';

/** Ctrl K, a few letters, Enter: any room or person. */
@customElement('palette-dialog')
export class PaletteDialog extends Modal {
  @property({ attribute: false }) chat!: Chat;
  @state() private query = '';
  @state() private found: readonly Person[] = [];
  @state() private active = 0;

  protected override get heading(): string {
    return text('palette.title');
  }

  protected override renderBody() {
    const targets = this.targets;
    return html`
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-results"
        aria-activedescendant=${targets.length > 0 ? `palette-${this.active}` : nothing}
        aria-label=${text('palette.open')}
        placeholder=${text('palette.placeholder')}
        autocomplete="off"
        autofocus
        data-testid="palette-search"
        @input=${this.find}
        @keydown=${this.keydown}
      />
      <ul class="list" id="palette-results" role="listbox" aria-label=${text('palette.rooms')}>
        ${targets.map((target, index) => this.renderTarget(target, index))}
      </ul>
      ${targets.length === 0 ? html`<p class="faint" role="status">${text('palette.none')}</p>` : nothing}
    `;
  }

  private get targets(): Target[] {
    return targetsFor(this.query, this.chat, this.found);
  }

  private renderTarget(target: Target, index: number) {
    const [partner] = 'room' in target ? target.room.people : [target.person];
    return html`<li
      class="entry"
      role="option"
      id="palette-${index}"
      aria-selected=${index === this.active}
      data-testid="palette-entry"
      @pointermove=${() => (this.active = index)}
      @click=${() => void this.choose(target)}
    >
      ${
        partner
          ? avatar(partner.username, partner.displayName)
          : html`<span class="sign" aria-hidden="true">${'room' in target ? signOf(target.room.kind) : nothing}</span>`
      }
      <bdi class="one-line">${'room' in target ? nameOf(target.room) : target.person.displayName}</bdi>
    </li>`;
  }

  /** What is known is offered at once; the server is asked for whoever else there is. */
  private readonly find = async ({ target }: InputEvent) => {
    const query = (target as HTMLInputElement).value.trim();
    Object.assign(this, { query, active: 0 });
    if (query === '') return;
    await this.attempt(async () => {
      const found = await api.people(query);
      if (query === this.query) this.found = found;
    });
  };

  private readonly keydown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { targets } = this;
    const step = { ArrowDown: 1, ArrowUp: targets.length - 1 }[event.key];
    const chosen = targets[this.active];
    if (step !== undefined && targets.length > 0) this.active = (this.active + step) % targets.length;
    else if (event.key === 'Enter' && chosen) void this.choose(chosen);
    else return;
    event.preventDefault();
  };

  private async choose(target: Target): Promise<void> {
    if ('room' in target) this.goTo(target.room.id);
    else await this.attempt(async () => this.goTo((await api.direct([target.person.username])).id));
  }
}
