import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { standingDot, standingText } from '../people/standing.ts';
import { nobody, type Presence, standingOf } from '../state/presence.ts';
import type { Room } from '../state/room.ts';
import { nameOf, signOf } from './room-names.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { ConnectionState } from '../wire/connection.ts';
import './chat-header.css';

const words: Record<ConnectionState['phase'], TextKey> = {
  connecting: 'connection.connecting',
  open: 'connection.open',
  waiting: 'connection.reconnecting',
  offline: 'connection.offline',
  'signed-out': 'connection.signed-out',
  banned: 'connection.banned',
};

/** Where one is, and whether the line stands. */
@customElement('chat-header')
export class ChatHeader extends LightElement {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) presence: Presence = nobody;
  @property({ attribute: false }) connection: ConnectionState = { phase: 'connecting' };
  @property({ attribute: false }) drawerOpen = false;

  protected override render() {
    const { phase } = this.connection;
    return html`
      <button
        class="button-icon drawer"
        data-testid="open-drawer"
        aria-label=${text('side.open')}
        aria-expanded=${this.drawerOpen}
        @click=${() => this.tell('drawer-opened')}
      >
        ${icons.menu}
      </button>
      ${this.room ? this.renderName(this.room) : html`<h1></h1>`}
      <p class="online" data-testid="header-online-count">
        ${icons.people}${text('people.count', { count: this.presence.count })}
      </p>
      <p class="connection" role="status" data-testid="connection" data-phase=${phase}>
        <span class="words">${text(words[phase])}</span>
      </p>
    `;
  }

  private renderName(room: Room) {
    const direct = room.kind === 'direct';
    const [partner, another] = room.people;
    const standing = partner && !another ? standingOf(this.presence, partner.username) : undefined;
    return html`<h1 class="one-line" data-testid="room-name">
        ${direct ? nothing : html`<span class="sign" aria-hidden="true">${signOf(room.kind)}</span>`}
        <bdi>${nameOf(room)}</bdi>
      </h1>
      <p class="members one-line" dir="auto">
        ${
          standing
            ? html`${standingDot(standing)} <span data-testid="standing">${standingText(standing)}</span>`
            : room.topic || (direct ? nothing : text('room.members', { count: room.members }))
        }
      </p>
      ${this.renderButton('search.open', 'search', icons.search)} ${this.renderButton('pins.open', 'pins', icons.pin)}
      ${direct ? nothing : this.renderButton('details.open', 'details', icons.info)}`;
  }

  private renderButton(key: TextKey, panel: string, icon: unknown) {
    return html`<button
      class="button-icon"
      title=${text(key)}
      aria-label=${text(key)}
      data-testid="header-${panel}"
      @click=${() => this.tell('panel-wanted', panel)}
    >
      ${icon}
    </button>`;
  }
}
