import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import './closed-notice.css';

/** The end of the way for an account that was blocked. */
@customElement('closed-notice')
export class ClosedNotice extends LightElement {
  protected override render() {
    return html`<main data-testid="blocked">
      ${icons.mark}
      <h1>${text('closed.banned-title')}</h1>
      <p>${text('closed.banned-text')}</p>
      <a href="sign-in">${text('closed.sign-in')}</a>
    </main>`;
  }
}
