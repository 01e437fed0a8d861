import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text, type TextKey } from '../texts/texts.ts';
import { leastLength, lengthOf, type Score } from './strength.ts';
import './strength-meter.css';

const words: Record<Score, TextKey> = {
  0: 'account.strength-0',
  1: 'account.strength-1',
  2: 'account.strength-2',
  3: 'account.strength-3',
  4: 'account.strength-4',
};

/** How hard the password is to guess, as a bar and in words. */
@customElement('strength-meter')
export class StrengthMeter extends LightElement {
  @property() password = '';
  @property({ attribute: false }) score: Score | undefined;

  protected override render() {
    const short = lengthOf(this.password) < leastLength;
    const score = short ? 0 : (this.score ?? 0);
    return html`
      <div class="bars" data-score=${this.password ? score : 'none'} aria-hidden="true">
        <span></span><span></span><span></span><span></span>
      </div>
      <p class="words" role="status" data-testid="strength">
        <span class="visually-hidden">${text('account.strength')}</span>
        ${short ? text('account.strength-length', { count: leastLength }) : text(words[score])}
      </p>
    `;
  }
}
