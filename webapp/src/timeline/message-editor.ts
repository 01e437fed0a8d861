import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import type { MessageAct } from './message-acts.ts';
import './message-editor.css';

/** One's own message, in its place, as it was written. */
@customElement('message-editor')
export class MessageEditor extends LightElement {
  @property({ attribute: false }) message!: Message;
  /** As it was when the editing began: what is typed stays, though another device edits the message meanwhile. */
  private begun = '';

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.begun = this.message.text;
  }

  protected override firstUpdated(): void {
    const field = this.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    this.fit();
  }

  protected override render() {
    return html`<form @submit=${this.save}>
      <textarea
        rows="1"
        dir="auto"
        data-testid="message-editor"
        aria-label=${text('message.edit-label')}
        .value=${this.begun}
        @input=${this.fit}
        @keydown=${this.keydown}
      ></textarea>
      <p class="actions">
        <span class="keys">${text('message.edit-keys')}</span>
        <button type="button" class="button" @click=${() => this.act('stop')}>${text('message.edit-cancel')}</button>
        <button class="button button-strong">${text('message.edit-save')}</button>
      </p>
    </form>`;
  }

  private readonly fit = () => {
    const field = this.querySelector('textarea');
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };

  private readonly keydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.act('stop');
    else if (event.key === 'Enter' && !event.shiftKey) this.save(event);
  };

  /** Nothing is no message: to take one back there is Delete. */
  private readonly save = (event: Event) => {
    event.preventDefault();
    const words = this.querySelector('textarea')?.value.trim() ?? '';
    if (words !== '') this.act(words === this.message.text ? 'stop' : 'save', words);
  };

  private act(act: MessageAct['act'], words = ''): void {
    const detail: MessageAct = { act, message: this.message, text: words };
    this.tell('message-act', detail);
  }
}
