import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nameOf, signOf } from '../chat/room-names.ts';
import { addressOf } from '../chat/route.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { isMuted, soundOf } from '../state/notifying.ts';
import { nobody, type Presence, standingOf } from '../state/presence.ts';
import { mostCounted } from '../state/reading.ts';
import type { Room } from '../state/room.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { Preferences } from '../wire/protocol.ts';
import { avatar } from './avatar.ts';
import './room-list.css';
import { standingWords } from './standing.ts';

const mostShown = 99;

/** One's rooms and conversations: what is new in bold, how often one was named in a badge. */
@customElement('room-list')
export class RoomList extends LightElement {
  @property({ attribute: false }) rooms: readonly Room[] = [];
  @property({ attribute: false }) open = '';
  @property({ attribute: false }) presence: Presence = nobody;
  @property({ attribute: false }) preferences: Preferences | undefined;

  protected override render() {
    const shown = this.rooms.filter((room) => !room.archived || room.id === this.open);
    const rooms = shown.filter(({ kind }) => kind !== 'direct').sort(byName);
    const direct = shown.filter(({ kind }) => kind === 'direct').sort(byName);
    return html`
      <section>
        <div class="head">
          <h2 id="rooms-title">${text('side.rooms')}</h2>
          ${this.renderButton('side.browse', 'browse', icons.compass)}
          ${this.renderButton('side.create', 'create-room', icons.plus)}
        </div>
        ${this.renderList('rooms-title', rooms)}
      </section>
      <section>
        <div class="head">
          <h2 id="direct-title">${text('side.direct')}</h2>
          ${this.renderButton('side.new-direct', 'new-direct', icons.plus)}
        </div>
        ${this.renderList('direct-title', direct)}
      </section>
    `;
  }

  private renderButton(key: TextKey, panel: string, icon: unknown) {
    return html`<button
      class="button-icon"
      title=${text(key)}
      aria-label=${text(key)}
      data-testid=${panel}
      @click=${() => this.tell('panel-wanted', panel)}
    >
      ${icon}
    </button>`;
  }

  private renderList(title: string, rooms: readonly Room[]) {
    return html`<ul aria-labelledby=${title}>
      ${repeat(
        rooms,
        ({ id }) => id,
        (room) => this.renderRoom(room),
      )}
    </ul>`;
  }

  private renderRoom(room: Room) {
    const muted = isMuted(this.preferences, room.id);
    const counts = soundOf(room, this.preferences);
    const [partner, another] = room.people;
    const standing = partner && !another ? standingOf(this.presence, partner.username) : undefined;
    return html`<li>
      <a
        class="room"
        href=${addressOf(room.id)}
        data-testid="room"
        data-room=${room.id}
        data-unread=${counts.unread > 0}
        data-muted=${muted}
        aria-current=${room.id === this.open ? 'true' : nothing}
        @click=${() => this.tell('room-chosen')}
      >
        ${
          partner
            ? avatar(partner.username, partner.displayName, standing)
            : html`<span class="sign" aria-hidden="true">${signOf(room.kind)}</span>`
        }
        <bdi class="one-line">${nameOf(room)}</bdi>${standingWords(standing)}
        ${
          muted
            ? html`<span class="bell" title=${text('side.muted')}
                >${icons.muted}<span class="visually-hidden">${text('side.muted')}</span></span
              >`
            : nothing
        }
        ${this.renderCounts(room, counts)}
      </a>
    </li>`;
  }

  /** In a direct conversation everything is meant for oneself. */
  private renderCounts({ kind }: Room, { unread, mentions }: { unread: number; mentions: number }) {
    const badge = kind === 'direct' ? unread : mentions;
    const words = [
      unread > 0 && text('side.unread', { count: unread }),
      mentions > 0 && text('side.mentions', { count: mentions }),
    ];
    const spoken = words.filter(Boolean).join(', ');
    return html`${badge > 0 ? html`<span class="count" aria-hidden="true">${shown(badge)}</span>` : nothing}
    ${spoken ? html`<span class="visually-hidden">${spoken}</span>` : nothing}`;
  }
}

function shown(count: number): string | number {
  const most = count >= mostCounted ? mostCounted - 1 : mostShown;
  return count > most ? text('side.many', { count: most }) : count;
}

function byName(a: Room, b: Room): number {
  return nameOf(a).localeCompare(nameOf(b));
}
