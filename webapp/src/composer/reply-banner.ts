import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';

/** Above the message box: what is being answered. */
@customElement('reply-banner')
export class ReplyBanner extends LightElement {
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) words = '';

  protected override render() {
    return html`<p class="reply" data-testid="reply-banner">
      ${icons.reply}
      <span class="one-line"
        ><b>${text('composer.replying', { name: this.name })}</b> <span dir="auto">${this.words}</span></span
      >
      <button
        type="button"
        class="button-icon"
        aria-label=${text('composer.reply-cancel')}
        title=${text('composer.reply-cancel')}
        @click=${() => this.tell('reply-cancelled')}
      >
        ${icons.close}
      </button>
    </p>`;
  }
}
