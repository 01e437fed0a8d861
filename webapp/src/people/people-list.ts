import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../light-element.ts';
import { type Presence, standingOf } from '../state/presence.ts';
import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';
import { avatar } from './avatar.ts';
import './people-list.css';
import { standingWords } from './standing.ts';

/** Who is online, with the live count. Of a large crowd the server names some and counts all. */
@customElement('people-list')
export class PeopleList extends LightElement {
  @property({ attribute: false }) presence!: Presence;
  @property({ attribute: false }) me = '';

  protected override render() {
    const { count, people } = this.presence;
    const unnamed = count - people.length;
    return html`
      <h2>${text('people.online')} <span class="count" data-testid="online-count">${count}</span></h2>
      <ul data-testid="people">
        ${repeat(
          people,
          ({ username }) => username,
          (person) => this.renderPerson(person),
        )}
        ${unnamed > 0 ? html`<li class="more">${text('people.more', { count: unnamed })}</li>` : nothing}
      </ul>
      ${count === 1 ? html`<p class="alone">${text('people.alone')}</p>` : nothing}
    `;
  }

  private renderPerson({ username, displayName }: Person) {
    const standing = standingOf(this.presence, username);
    const title = text('people.full-name', { name: displayName, username });
    return html`<li data-testid="person" data-username=${username} title=${title}>
      ${avatar(username, displayName, standing)}
      <span class="one-line" data-standing=${standing ?? nothing}
        ><bdi>${displayName}</bdi
        >${username === this.me ? html` <i>${text('people.you')}</i>` : nothing}${standingWords(standing)}</span
      >
    </li>`;
  }
}
