import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';

/** Asks before something that cannot be undone. */
@customElement('confirm-dialog')
export class ConfirmDialog extends LightElement {
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) words = '';
  @property({ attribute: false }) action = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  async ask(heading: string, words: string, action: string): Promise<boolean> {
    Object.assign(this, { heading, words, action });
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
    return this.dialog.returnValue === 'yes';
  }

  protected override render() {
    return html`<dialog
      class="dialog"
      role="alertdialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      data-testid="confirm-dialog"
    >
      <form method="dialog">
        <h2 id="confirm-title">${this.heading}</h2>
        <p id="confirm-text">${this.words}</p>
        <div class="actions">
          <button class="button" value="no" autofocus>${text('dialog.cancel')}</button>
          <button class="button button-danger" value="yes" data-testid="confirm">${this.action}</button>
        </div>
      </form>
    </dialog>`;
  }
}
