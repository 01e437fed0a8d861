import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import { type Act, actsOn, type MessageAct, noRights, type Rights } from './message-acts.ts';
import './message-toolbar.css';

const names: Record<Act, TextKey> = {
  react: 'message.react',
  reply: 'message.reply',
  thread: 'message.thread',
  edit: 'message.edit-own',
  pin: 'message.pin',
  link: 'message.link',
  unread: 'message.unread',
  readers: 'message.readers',
  delete: 'message.delete',
};
const signs = {
  react: icons.smile,
  reply: icons.reply,
  thread: icons.thread,
  edit: icons.pen,
  pin: icons.pin,
  link: icons.link,
  unread: icons.unread,
  readers: icons.eye,
  delete: icons.bin,
};

/** What can be done with the message at which one points: beside it, or along the bottom of a phone. */
@customElement('message-toolbar')
export class MessageToolbar extends LightElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) rights: Rights = noRights;
  @state() private picking = false;

  /** Lets the reader choose an emoji. */
  async pick(): Promise<void> {
    await import('../emoji/emoji-picker.ts');
    this.picking = true;
  }

  protected override render() {
    return html`<div
        class="tools"
        role="toolbar"
        aria-label=${text('message.actions')}
        data-testid="message-toolbar"
        @keydown=${this.keydown}
      >
        ${actsOn(this.message, this.rights).map((act) => this.renderAct(act))}
      </div>
      ${
        this.picking
          ? html`<emoji-picker
              @emoji-chosen=${({ detail }: CustomEvent<string>) => this.act('react', detail)}
              @picker-closed=${this.closePicker}
              @picker-left=${this.closePicker}
            ></emoji-picker>`
          : nothing
      }`;
  }

  private renderAct(act: Act) {
    const pinned = act === 'pin' && this.message.state?.pinnedBy !== undefined;
    const words = text(pinned ? 'message.unpin' : names[act]);
    return html`<button
      type="button"
      class="button-icon"
      data-act=${act}
      title=${words}
      aria-label=${words}
      aria-expanded=${act === 'react' ? this.picking : nothing}
      @click=${() => (act === 'react' ? void this.pick() : this.act(act))}
    >
      ${signs[act]}
    </button>`;
  }

  private act(act: Act, emoji?: string): void {
    this.picking = false;
    const detail: MessageAct = { act, message: this.message, ...(emoji !== undefined && { emoji }) };
    this.tell('message-act', detail);
  }

  private readonly closePicker = () => (this.picking = false);

  private readonly keydown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...this.querySelectorAll<HTMLElement>('.tools button')];
    const here = all.findIndex((button) => button === document.activeElement);
    all[(here + step + all.length) % all.length]?.focus();
    event.preventDefault();
  };
}
