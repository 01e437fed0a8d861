import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { icons } from '../icons.ts';
import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';
import { Modal } from './modal.ts';
import './people-finder.ts';

const mostOthers = 8;

/** Choose one person, or a few: the same people always meet in the same conversation. */
@customElement('direct-dialog')
export class DirectDialog extends Modal {
  @property({ attribute: false }) me = '';
  @state() private chosen: readonly Person[] = [];

  protected override get heading(): string {
    return text('direct.title');
  }

  protected override renderBody() {
    return html`
      <ul class="chips" aria-label=${text('direct.chosen')}>
        ${this.chosen.map((person) => this.renderChosen(person))}
      </ul>
      ${
        this.chosen.length < mostOthers
          ? html`<people-finder
              .label=${text('direct.search')}
              .without=${[this.me, ...this.chosen.map(({ username }) => username)]}
              @person-chosen=${({ detail }: CustomEvent<Person>) => (this.chosen = [...this.chosen, detail])}
            ></people-finder>`
          : nothing
      }
      <div class="actions">
        <button
          class="button button-strong"
          data-testid="direct-submit"
          aria-disabled=${this.chosen.length === 0 ? 'true' : nothing}
          @click=${this.begin}
        >
          ${text('direct.start')}
        </button>
      </div>
    `;
  }

  private renderChosen(person: Person) {
    return html`<li>
      <button
        class="chip"
        aria-label=${text('direct.remove', { name: person.displayName })}
        @click=${() => (this.chosen = this.chosen.filter((each) => each !== person))}
      >
        <bdi>${person.displayName}</bdi>${icons.close}
      </button>
    </li>`;
  }

  private readonly begin = () =>
    this.chosen.length > 0 &&
    this.attempt(async () => this.goTo((await api.direct(this.chosen.map(({ username }) => username))).id));
}
