import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../light-element.ts';
import { type Room, unread } from '../state/room.ts';
import { text } from '../texts/texts.ts';
import './room-list.css';

@customElement('room-list')
export class RoomList extends LightElement {
  @property({ attribute: false }) rooms: readonly Room[] = [];
  @property({ attribute: false }) open = '';
  @property({ attribute: false }) me = '';

  protected override render() {
    return html`
      <h2 id="rooms-title">${text('side.rooms')}</h2>
      <ul aria-labelledby="rooms-title">
        ${repeat(
          this.rooms,
          ({ id }) => id,
          (room) => this.renderRoom(room),
        )}
      </ul>
    `;
  }

  private renderRoom(room: Room) {
    const isOpen = room.id === this.open;
    const count = unread(room, this.me);
    return html`<li>
      <button
        class="room"
        data-testid="room"
        data-room=${room.id}
        aria-current=${isOpen ? 'true' : nothing}
        @click=${() => this.tell('room-chosen', room.id)}
      >
        <span class="sign" aria-hidden="true">#</span><bdi class="one-line">${room.name}</bdi>
        ${count > 0 ? html`<span class="count"><span aria-hidden="true">${count}</span><span class="visually-hidden">${text('side.unread', { count })}</span></span>` : nothing}
      </button>
    </li>`;
  }
}
