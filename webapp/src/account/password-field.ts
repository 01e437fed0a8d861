import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { text } from '../texts/texts.ts';
import { FormField } from './form-field.ts';

/** A field for a password, which can be shown while it is typed. */
@customElement('password-field')
export class PasswordField extends FormField {
  override type: 'text' | 'password' = 'password';

  protected override renderBeside() {
    const shown = this.type === 'text';
    return html`<button
      type="button"
      class="button-icon"
      aria-label=${text(shown ? 'account.hide-password' : 'account.show-password')}
      aria-controls=${this.name}
      data-testid="show-password"
      @click=${() => (this.type = shown ? 'password' : 'text')}
    >
      ${shown ? icons.eyeClosed : icons.eye}
    </button>`;
  }
}
