import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import './notices.css';

/** Says once that the browser keeps nothing: when there is something to lose, and until that has been read. */
@customElement('storage-notice')
export class StorageNotice extends LightElement {
  @property({ attribute: false }) needed = false;
  @state() private step: 'quiet' | 'shown' | 'read' = 'quiet';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('needed') && this.needed && this.step === 'quiet') this.step = 'shown';
  }

  protected override render() {
    if (this.step !== 'shown') return nothing;
    return html`<div class="notice" role="alert" data-testid="storage-notice">
      <span>${text('storage.failed')}</span>
      <button class="button-text" @click=${this.close}>${text('storage.read')}</button>
    </div>`;
  }

  /** The pressed button goes away; the focus goes where one writes on. */
  private readonly close = () => {
    this.step = 'read';
    this.tell('notice-closed');
  };
}
