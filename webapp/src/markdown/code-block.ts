import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';

const noticedMs = 2000;

/** A block of code that scrolls by itself and can be copied. */
@customElement('code-block')
export class CodeBlock extends LightElement {
  @property({ attribute: false }) code = '';
  @property({ attribute: false }) language = '';
  @state() private copied = false;

  protected override render() {
    return html`
      <pre
        tabindex="0"
        role="group"
        aria-label=${text('code.label')}
        dir="ltr"
        data-language=${this.language || nothing}
      ><code>${this.code}</code></pre>
      ${this.renderCopy()}
    `;
  }

  private renderCopy() {
    // Plain http beyond localhost has no clipboard.
    if (!isSecureContext) return nothing;
    return html`<button type="button" class="copy" @click=${this.copy}>
      <span role="status">${text(this.copied ? 'code.copied' : 'code.copy')}</span>
    </button>`;
  }

  private readonly copy = async () => {
    await navigator.clipboard.writeText(this.code);
    this.copied = true;
    setTimeout(() => (this.copied = false), noticedMs);
  };
}
