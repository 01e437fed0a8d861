import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { markdown } from '../markdown/markdown.ts';
import { whenText } from '../texts/dates.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import { Modal } from './modal.ts';

/** Every text that a message has had, today's first. */
@customElement('edits-dialog')
export class EditsDialog extends Modal {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @state() private edits: readonly api.Edit[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => (this.edits = await api.edits(this.message)));
  }

  protected override get heading(): string {
    const { author } = this.message;
    return text('edits.title', { name: this.names.get(author) ?? author });
  }

  protected override renderBody() {
    const { edits } = this;
    if (!edits) return this.problem ? nothing : html`<p class="faint" role="status">${text('dialog.loading')}</p>`;
    if (edits.length === 0) return html`<p class="faint" role="status">${text('edits.none')}</p>`;
    // The list scrolls: the keyboard has to reach it.
    return html`<ol class="versions" reversed tabindex="0" autofocus aria-label=${text('edits.list')}>
      ${edits.map((edit, index) => this.renderEdit(edit, index)).reverse()}
    </ol>`;
  }

  private renderEdit({ text: words, at }: api.Edit, index: number) {
    const { length } = this.edits ?? [];
    const key: TextKey = index === 0 ? 'edits.first' : index + 1 === length ? 'edits.now' : 'edits.between';
    return html`<li data-testid="edit-version">
      <p class="faint">${text(key)} · <time datetime=${at}>${whenText(Date.parse(at))}</time></p>
      <div class="markdown" dir="auto">${markdown(words, { mentions: this.message.mentions ?? [], me: '' })}</div>
    </li>`;
  }
}
