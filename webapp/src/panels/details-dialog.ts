import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { nameOf, titleOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { nobody, type Presence } from '../state/presence.ts';
import type { Room } from '../state/room.ts';
import { text } from '../texts/texts.ts';
import { rightsOf } from '../timeline/message-acts.ts';
import type { Me } from '../wire/protocol.ts';
import './confirm-dialog.ts';
import type { ConfirmDialog } from './confirm-dialog.ts';
import { allKinds, type ChosenKind, kindChoice, openKinds } from './kind-choice.ts';
import { Modal } from './modal.ts';
import './room-members.ts';

/** What a room is and who is in it; whoever may, changes it here. */
@customElement('details-dialog')
export class DetailsDialog extends Modal {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) presence: Presence = nobody;
  @property({ attribute: false }) me: Me | undefined;
  @state() private kind: ChosenKind | undefined;
  @query('confirm-dialog') private readonly confirm!: ConfirmDialog;

  protected override get heading(): string {
    return text('details.title', { room: titleOf(this.room) });
  }

  protected override renderBody() {
    const { room } = this;
    const rights = rightsOf(room, this.me);
    return html`
      ${rights.moderates ? this.renderForm() : html`<p dir="auto">${room.topic || text('details.no-topic')}</p>`}
      <room-members
        .room=${room}
        .presence=${this.presence}
        .rights=${rights}
        .confirm=${(...words: [string, string, string]) => this.confirm.ask(...words)}
      ></room-members>
      <div class="actions">
        ${
          rights.moderates
            ? html`<button class="button" data-testid="archive" @click=${this.archive}>
                ${text(room.archived ? 'details.unarchive' : 'details.archive')}
              </button>`
            : nothing
        }
        ${
          room.id === 'general'
            ? nothing
            : html`<button class="button button-danger" data-testid="leave-room" @click=${this.leave}>
                ${text('details.leave')}
              </button>`
        }
      </div>
      <confirm-dialog></confirm-dialog>
    `;
  }

  private renderForm() {
    const { id, name, topic, kind } = this.room;
    return html`<form @submit=${this.save}>
      <label
        >${text('details.name')}<input name="name" maxlength="80" required .value=${name} autocomplete="off"
      /></label>
      <label>${text('details.topic')}<input name="topic" maxlength="250" .value=${topic} autocomplete="off" /></label>
      ${kindChoice(this.kind ?? kind, (chosen) => (this.kind = chosen), id === 'general' ? openKinds : allKinds)}
      <div class="actions">
        <button class="button button-strong" data-testid="save-room">${text('details.save')}</button>
      </div>
    </form>`;
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = (name: string) => this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
    const content = { name: field('name'), topic: field('topic'), ...(this.kind && { kind: this.kind }) };
    if (this.opensUp() && !(await this.confirmOpening())) return;
    if (await this.attempt(() => api.changeRoom(this.room.id, content))) this.close();
  };

  private opensUp(): boolean {
    return this.room.kind === 'private' && this.kind !== undefined && this.kind !== 'private';
  }

  private confirmOpening(): Promise<boolean> {
    const title = text('details.open-title', { room: titleOf(this.room) });
    return this.confirm.ask(title, text('details.open-text'), text('details.open-up'));
  }

  private readonly archive = async () => {
    const { id, archived } = this.room;
    const room = titleOf(this.room);
    const title = text('details.archive-title', { room });
    const sure = archived || (await this.confirm.ask(title, text('details.archive-text'), text('details.archive')));
    if (sure) await this.attempt(() => api.changeRoom(id, { archived: !archived }));
  };

  private readonly leave = async () => {
    const { id, kind } = this.room;
    const title = text('details.leave-title', { room: nameOf(this.room) });
    const words = text(kind === 'private' ? 'details.leave-private' : 'details.leave-text');
    if (!(await this.confirm.ask(title, words, text('details.leave')))) return;
    if (await this.attempt(() => api.removeMember(id, this.me?.username ?? ''))) this.close();
  };
}
