import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../account/form-field.ts';
import { setup } from '../http/api.ts';
import { LightElement } from '../light-element.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';

/** Where the first administrator shows the setup code. */
@customElement('setup-dialog')
export class SetupDialog extends LightElement {
  @state() private error = '';
  @state() private busy = false;

  show(): void {
    this.error = '';
    this.querySelector('dialog')?.showModal();
  }

  protected override render() {
    return html`<dialog class="dialog" aria-labelledby="setup-title" @close=${() => this.tell('setup-closed')}>
      <form method="post" @submit=${this.submit}>
        <h2 id="setup-title">${text('setup.title')}</h2>
        <p>${text('setup.explain')}</p>
        <form-field name="code" .label=${text('setup.code')} .error=${this.error}></form-field>
        <div class="actions">
          <button type="button" class="button" @click=${this.close}>${text('setup.cancel')}</button>
          <button class="button button-strong" data-testid="setup-submit" aria-disabled=${this.busy ? 'true' : nothing}>
            ${text('setup.submit')}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private readonly close = () => this.querySelector('dialog')?.close();

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const code = this.querySelector('input')?.value.trim() ?? '';
    this.busy = true;
    this.error = '';
    try {
      this.tell('became-admin', await setup(code));
      this.close();
    } catch (problem) {
      this.error = problemText(problem);
      this.querySelector('input')?.focus();
    } finally {
      this.busy = false;
    }
  };
}
