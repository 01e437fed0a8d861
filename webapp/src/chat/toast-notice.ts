import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import './toast-notice.css';

const shownMs = 6_000;

/** A sentence about what was just done, or could not be. */
@customElement('toast-notice')
export class ToastNotice extends LightElement {
  @state() private words = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(words: string): void {
    this.words = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.words = ''), shownMs);
  }

  protected override render() {
    return html`<div role="status">
      ${this.words ? html`<p class="toast" data-testid="toast">${this.words}</p>` : nothing}
    </div>`;
  }
}
