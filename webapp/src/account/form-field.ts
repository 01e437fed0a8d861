import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { icons } from '../icons.ts';
import './form-field.css';

/** A label, its input, a hint and the error that belongs to it. */
@customElement('form-field')
export class FormField extends LightElement {
  @property() name = '';
  @property() label = '';
  @property() hint = '';
  @property() error = '';
  @property() type: 'text' | 'password' = 'text';
  @property() autocomplete: AutoFill = 'off';

  get input(): HTMLInputElement {
    const input = this.querySelector('input');
    if (!input) throw new Error('not rendered yet');
    return input;
  }

  protected override render() {
    const described = [this.hint && `${this.name}-hint`, this.error && `${this.name}-error`].filter(Boolean).join(' ');
    return html`
      <label for=${this.name}>${this.label}</label>
      <div class="control">
        <input
          id=${this.name}
          name=${this.name}
          type=${this.type}
          autocomplete=${this.autocomplete}
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          data-testid=${this.name}
          aria-describedby=${described || nothing}
          aria-invalid=${this.error ? 'true' : nothing}
          @input=${() => (this.error = '')}
        />
        ${this.renderBeside()}
      </div>
      ${
        this.error &&
        html`<p class="error" id="${this.name}-error" data-testid="${this.name}-error">${icons.alert}${this.error}</p>`
      }
      ${this.hint && html`<p class="hint" id="${this.name}-hint">${this.hint}</p>`}
    `;
  }

  protected renderBeside(): TemplateResult | typeof nothing {
    return nothing;
  }
}
