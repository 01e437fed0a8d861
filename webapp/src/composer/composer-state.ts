import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';

const countdownFrom = 200;

/** Below the message box: how to write, or how much room is left when it becomes little, or that far too much was put in. */
@customElement('composer-state')
export class ComposerState extends LightElement {
  @property({ attribute: false }) left = 0;
  /** Said when something was not taken because of it; otherwise 0. */
  @property({ attribute: false }) limit = 0;

  protected override render() {
    if (this.limit > 0)
      return html`<strong class="over" role="alert">${text('composer.not-taken', { count: this.limit })}</strong>`;
    if (this.left < 0) return html`<strong class="over">${text('composer.over', { count: -this.left })}</strong>`;
    if (this.left <= countdownFrom) return text('composer.left', { count: this.left });
    return html`<span class="hint">
      <span>${text('composer.hint-keys')}</span>
      <span
        ><b>**${text('composer.bold')}**</b> <em>_${text('composer.italic')}_</em>
        <code>\`${text('composer.code')}\`</code></span
      >
    </span>`;
  }
}
