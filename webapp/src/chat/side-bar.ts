import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import '../people/people-list.ts';
import '../people/room-list.ts';
import type { Chat } from '../state/chat.ts';
import { unsent } from '../state/outbox.ts';
import { text, type TextKey } from '../texts/texts.ts';
import './side-bar.css';
import { threadsFinder } from './threads-finder.ts';
import './user-menu.ts';

/** Rooms, people and oneself: at the side where there is room, else a drawer. */
@customElement('side-bar')
export class SideBar extends LightElement {
  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) mayBecomeAdmin = false;

  protected override render() {
    const { rooms, openRoom, presence, me, outbox, stores, preferences } = this.chat;
    const username = me?.username ?? '';
    return html`
      <div class="top">
        ${icons.mark}<span class="wordmark">${text('app.name')}</span>
        <button class="button-icon close" aria-label=${text('side.close')} @click=${() => this.tell('drawer-closed')}>
          ${icons.close}
        </button>
      </div>
      <div class="lists">
        <div class="finders">
          ${this.renderFinder('palette.open', 'palette', icons.compass)}
          ${this.renderFinder('search.open', 'search', icons.search)}
          ${threadsFinder(rooms, () => this.tell('panel-wanted', 'threads'))}
          ${this.renderFinder('help.open', 'help', icons.keys)}
        </div>
        <nav aria-label=${text('side.rooms')}>
          <room-list .presence=${presence} .rooms=${rooms} .open=${openRoom} .preferences=${preferences}></room-list>
        </nav>
        <people-list .presence=${presence} .me=${username}></people-list>
      </div>
      <user-menu
        .me=${me}
        .mayBecomeAdmin=${this.mayBecomeAdmin}
        .unsent=${unsent(outbox)}
        .stores=${stores}
      ></user-menu>
    `;
  }

  private renderFinder(key: TextKey, panel: string, icon: unknown) {
    return html`<button class="finder" data-testid=${panel} @click=${() => this.tell('panel-wanted', panel)}>
      ${icon}<span class="one-line">${text(key)}</span>
    </button>`;
  }
}
