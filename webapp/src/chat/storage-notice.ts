import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Chat } from '../state/chat.ts';
import { unsent, waiting } from '../state/outbox.ts';
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

/** The browser keeps nothing, and something waits for longer than a moment. */
export function mayLose({ stores, connection, outbox }: Chat): boolean {
  const waits = connection.phase !== 'open' && waiting(outbox) > 0;
  return !stores && (waits || outbox.some(({ progress }) => progress.step === 'refused'));
}

/** Before the page goes away with what the browser does not keep. */
export function warn({ stores, outbox }: Chat, event: BeforeUnloadEvent): void {
  if (!stores && unsent(outbox) > 0) event.preventDefault();
}
