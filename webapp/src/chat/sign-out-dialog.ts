import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import './sign-out-dialog.css';

/** Asks someone who leaves what is to become of texts that have not been sent. */
@customElement('sign-out-dialog')
export class SignOutDialog extends LightElement {
  @property({ attribute: false }) unsent = 0;
  /** The browser can keep them for the account's return. */
  @property({ attribute: false }) keepable = true;

  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render() {
    return html`<dialog
      class="dialog"
      aria-labelledby="sign-out-title"
      aria-describedby="sign-out-text"
      data-testid="sign-out-dialog"
      @close=${() => this.tell('sign-out-dialog-closed')}
    >
      <h2 id="sign-out-title">${text('sign-out.title', { count: this.unsent })}</h2>
      <p id="sign-out-text">${text(this.keepable ? 'sign-out.kept' : 'sign-out.lost')}</p>
      <div class="actions">
        <button class="button" autofocus @click=${this.close}>${text('sign-out.stay')}</button>
        <button class="button button-danger" data-testid="discard-all" @click=${() => this.choose('texts-forgotten')}>
          ${text('sign-out.discard')}
        </button>
        ${
          this.keepable
            ? html`<button class="button button-strong" data-testid="keep-all" @click=${() => this.choose()}>
                ${text('sign-out.keep')}
              </button>`
            : nothing
        }
      </div>
    </dialog>`;
  }

  private choose(first?: string): void {
    this.close();
    if (first) this.tell(first);
    this.tell('sign-out-chosen');
  }

  private readonly close = () => this.querySelector('dialog')?.close();
}
