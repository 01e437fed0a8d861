import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { LightElement } from '../light-element.ts';
import { avatar } from '../people/avatar.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';

/** People by the beginning of a name; who is chosen is told as `person-chosen`. */
@customElement('people-finder')
export class PeopleFinder extends LightElement {
  @property({ attribute: false }) label = '';
  /** User names that are not offered. */
  @property({ attribute: false }) without: readonly string[] = [];
  @state() private found: readonly Person[] = [];
  @state() private problem = '';
  @state() private query = '';

  protected override render() {
    const offered = this.found.filter(({ username }) => !this.without.includes(username));
    return html`
      <input
        type="search"
        aria-label=${this.label}
        placeholder=${this.label}
        autocomplete="off"
        data-testid="people-search"
        @input=${this.find}
        @keydown=${this.keydown}
      />
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.query !== '' && offered.length === 0 ? html`<p class="faint" role="status">${text('direct.none')}</p>` : nothing}
      <ul class="list" aria-label=${text('people.results')}>
        ${offered.map(
          (person) =>
            html`<li>
              <button type="button" class="entry" data-testid="found-person" @click=${() => this.choose(person)}>
                ${avatar(person.username, person.displayName)}
                <span class="what"
                  ><bdi class="one-line">${person.displayName}</bdi
                  ><span class="faint one-line" dir="auto">${person.username}</span></span
                >
              </button>
            </li>`,
        )}
      </ul>
    `;
  }

  private readonly find = async ({ target }: InputEvent) => {
    const query = (target as HTMLInputElement).value.trim();
    this.query = query;
    try {
      const found = query === '' ? [] : await api.people(query);
      if (query === this.query) Object.assign(this, { found, problem: '' });
    } catch (problem) {
      this.problem = problemText(problem);
    }
  };

  private readonly keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.querySelector<HTMLElement>('.entry')?.click();
  };

  private choose(person: Person): void {
    const field = this.querySelector('input');
    if (field) field.value = '';
    Object.assign(this, { found: [], query: '' });
    this.tell('person-chosen', person);
    field?.focus();
  }
}
