import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import type { ConnectionState } from '../wire/connection.ts';
import './notices.css';

const tickMs = 500;

/** While the line is down: what is happening, when it will be tried again, and that nothing written gets lost. */
@customElement('connection-banner')
export class ConnectionBanner extends LightElement {
  @property({ attribute: false }) connection: ConnectionState = { phase: 'connecting' };
  /** How many texts will be sent when the line is back. */
  @property({ attribute: false }) waiting = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.connection.phase === 'waiting' && this.requestUpdate(), tickMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  protected override render() {
    const { phase } = this.connection;
    if (phase !== 'waiting' && phase !== 'offline' && phase !== 'connecting') return nothing;
    return html`<div class="notice" data-phase=${phase} data-testid="connection-banner">
      <strong>${this.state()}</strong>
      ${
        phase === 'waiting'
          ? html`<button class="button-text" data-testid="reconnect-now" @click=${() => this.tell('reconnect')}>
              ${text('connection.now')}
            </button>`
          : nothing
      }
      <span class="kept" role="status" data-testid="waiting-texts">
        ${this.waiting > 0 ? text('connection.waiting-texts', { count: this.waiting }) : text('connection.kept')}
      </span>
    </div>`;
  }

  private state(): string {
    if (this.connection.phase === 'offline') return text('connection.offline');
    if (this.connection.phase === 'connecting') return text('connection.connecting');
    const until = this.connection.phase === 'waiting' ? this.connection.until : 0;
    return text('connection.waiting', { count: Math.max(0, Math.ceil((until - Date.now()) / 1000)) });
  }
}
