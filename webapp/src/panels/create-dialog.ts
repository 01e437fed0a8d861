import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { text } from '../texts/texts.ts';
import { type ChosenKind, kindChoice } from './kind-choice.ts';
import { Modal } from './modal.ts';

@customElement('create-dialog')
export class CreateDialog extends Modal {
  @state() private kind: ChosenKind = 'public';
  @state() private busy = false;

  protected override get heading(): string {
    return text('create.title');
  }

  protected override renderBody() {
    return html`<form @submit=${this.submit}>
      <label>${text('create.name')}<input name="name" maxlength="80" required autocomplete="off" autofocus /></label>
      <label>
        ${text('create.topic')}<input name="topic" maxlength="250" autocomplete="off" aria-describedby="topic-hint" />
        <span class="faint" id="topic-hint">${text('create.topic-hint')}</span>
      </label>
      ${kindChoice(this.kind, (kind) => (this.kind = kind))}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.close()}>${text('dialog.cancel')}</button>
        <button class="button button-strong" data-testid="create-submit" aria-disabled=${this.busy ? 'true' : nothing}>
          ${text('create.submit')}
        </button>
      </div>
    </form>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const field = (name: string) => this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
    const content = { name: field('name'), topic: field('topic'), kind: this.kind };
    this.busy = true;
    await this.attempt(async () => this.goTo((await api.createRoom(content)).id));
    this.busy = false;
  };
}
