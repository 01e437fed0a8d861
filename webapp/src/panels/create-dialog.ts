import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { RoomKind } from '../wire/protocol.ts';
import { Modal } from './modal.ts';

type Made = Exclude<RoomKind, 'direct'>;
const kinds: Record<Made, [TextKey, TextKey]> = {
  public: ['kind.public', 'kind.public-hint'],
  private: ['kind.private', 'kind.private-hint'],
  announcement: ['kind.announcement', 'kind.announcement-hint'],
};

@customElement('create-dialog')
export class CreateDialog extends Modal {
  @state() private kind: Made = 'public';
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
      <fieldset>
        <legend>${text('create.kind')}</legend>
        ${(Object.keys(kinds) as Made[]).map((kind) => this.renderKind(kind))}
      </fieldset>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.close()}>${text('dialog.cancel')}</button>
        <button class="button button-strong" data-testid="create-submit" aria-disabled=${this.busy ? 'true' : nothing}>
          ${text('create.submit')}
        </button>
      </div>
    </form>`;
  }

  private renderKind(kind: Made) {
    const [name, hint] = kinds[kind];
    return html`<label>
      <input type="radio" name="kind" .checked=${kind === this.kind} @change=${() => (this.kind = kind)} />
      ${text(name)}<span class="faint">${text(hint)}</span>
    </label>`;
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
