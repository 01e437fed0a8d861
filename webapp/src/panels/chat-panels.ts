import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import type { Message } from '../wire/protocol.ts';
import './browse-dialog.ts';
import './create-dialog.ts';
import './details-dialog.ts';
import './direct-dialog.ts';
import './edits-dialog.ts';
import './help-dialog.ts';
import './notifications-dialog.ts';
import './palette-dialog.ts';
import './pins-dialog.ts';
import './readers-dialog.ts';
import './search-dialog.ts';
import './threads-dialog.ts';

/** Those that are about one message. */
export type MessagePanel = 'edits' | 'readers';

export type Panel =
  | 'palette'
  | 'search'
  | 'threads'
  | 'help'
  | 'browse'
  | 'create-room'
  | 'new-direct'
  | 'details'
  | 'pins'
  | 'notifications';

/** The dialogs of the page: one at a time, and none that is not open. */
@customElement('chat-panels')
export class ChatPanels extends LightElement {
  @property({ attribute: false }) chat!: Chat;
  @state() private panel: Panel | MessagePanel | undefined;
  private message: Message | undefined;

  open(panel: Panel): void {
    this.panel = panel;
  }

  openAbout(panel: MessagePanel, message: Message): void {
    this.message = message;
    this.panel = panel;
  }

  protected override render() {
    return html`<div @panel-closed=${() => (this.panel = undefined)}>${this.renderPanel()}</div>`;
  }

  private renderPanel() {
    const { chat } = this;
    const room = openRoom(chat);
    switch (this.panel) {
      case 'palette':
        return html`<palette-dialog .chat=${chat}></palette-dialog>`;
      case 'search':
        return html`<search-dialog .chat=${chat}></search-dialog>`;
      case 'threads':
        return html`<threads-dialog .chat=${chat}></threads-dialog>`;
      case 'help':
        return html`<help-dialog></help-dialog>`;
      case 'browse':
        return html`<browse-dialog .me=${chat.me?.username ?? ''}></browse-dialog>`;
      case 'create-room':
        return html`<create-dialog></create-dialog>`;
      case 'new-direct':
        return html`<direct-dialog .me=${chat.me?.username ?? ''}></direct-dialog>`;
      case 'details':
        return room
          ? html`<details-dialog .room=${room} .presence=${chat.presence} .me=${chat.me}></details-dialog>`
          : nothing;
      case 'pins':
        return room ? html`<pins-dialog .room=${room} .names=${chat.names}></pins-dialog>` : nothing;
      case 'notifications':
        return html`<notifications-dialog .room=${room} .preferences=${chat.preferences}></notifications-dialog>`;
      case 'edits':
        return html`<edits-dialog .message=${this.message} .names=${chat.names}></edits-dialog>`;
      case 'readers':
        return html`<readers-dialog .message=${this.message} .chat=${chat}></readers-dialog>`;
      case undefined:
        return nothing;
    }
  }
}
