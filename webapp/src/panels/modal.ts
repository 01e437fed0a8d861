import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import './modal.css';

let number = 0;

/** A dialog over the page. It is there while it is open, begins anew each time, and gives the focus back where it was. */
export abstract class Modal extends LightElement {
  @state() protected problem = '';
  private readonly titleId = `modal-${++number}`;

  protected abstract get heading(): string;
  protected abstract renderBody(): unknown;

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  protected override render() {
    return html`<dialog
      class="dialog modal"
      aria-labelledby=${this.titleId}
      data-testid=${this.localName}
      @close=${() => this.tell('panel-closed')}
      @click=${this.clicked}
    >
      <header>
        <h2 id=${this.titleId}>${this.heading}</h2>
        <button type="button" class="button-icon" aria-label=${text('dialog.close')} @click=${() => this.close()}>
          ${icons.close}
        </button>
      </header>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing} ${this.renderBody()}
    </dialog>`;
  }

  protected close(): void {
    this.querySelector('dialog')?.close();
  }

  /** Does something on the server; what it refuses is said here. Tells whether it was done. */
  protected async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.problem = '';
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problemText(problem);
      return false;
    }
  }

  /** To a room, a message in it, or one of a thread there. */
  protected goTo(room: string, seq?: number, thread?: number): void {
    this.close();
    this.tell('room-wanted', { room, seq, thread });
  }

  /** On the veil around it. */
  private readonly clicked = ({ target }: Event) => {
    if (target instanceof HTMLDialogElement) this.close();
  };
}
