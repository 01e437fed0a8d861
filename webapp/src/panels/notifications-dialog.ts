import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../chat/room-names.ts';
import * as api from '../http/api.ts';
import { levelOf, withLevel } from '../state/notifying.ts';
import type { Room } from '../state/room.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { NotifyLevel, Preferences } from '../wire/protocol.ts';
import { Modal } from './modal.ts';

const night = { from: '22:00', to: '07:00' };
const ends = { from: 'notify.from', to: 'notify.to' } as const;
const permissions: Record<NotificationPermission, TextKey> = {
  default: 'notify.allow',
  granted: 'notify.allowed',
  denied: 'notify.denied',
};

/** Of what one is notified, and when not. The browser is asked for its leave only by a click. */
@customElement('notifications-dialog')
export class NotificationsDialog extends Modal {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) preferences: Preferences | undefined;
  @state() private permission = 'Notification' in window ? Notification.permission : undefined;

  protected override get heading(): string {
    return text('notify.title');
  }

  protected override renderBody() {
    const { room, preferences } = this;
    return html`
      ${this.renderPermission()}
      ${preferences ? html`${room ? this.renderRoom(room, preferences) : nothing} ${this.renderQuiet(preferences)} ${this.renderReceipts(preferences)}` : nothing}
      <p class="faint">${text('notify.sync')}</p>
    `;
  }

  private renderPermission() {
    const { permission } = this;
    if (permission !== 'default')
      return html`<p role="status">${text(permission ? permissions[permission] : 'notify.impossible')}</p>`;
    return html`<div class="actions">
      <button class="button button-strong" data-testid="allow-notifications" @click=${this.ask}>
        ${text('notify.allow')}
      </button>
    </div>`;
  }

  private renderRoom(room: Room, preferences: Preferences) {
    const direct = room.kind === 'direct';
    const levels: [NotifyLevel, TextKey][] = direct
      ? [
          ['mentions', 'notify.mentions-direct'],
          ['nothing', 'notify.nothing'],
        ]
      : [
          ['all', 'notify.all'],
          ['mentions', 'notify.mentions'],
          ['nothing', 'notify.nothing'],
        ];
    const chosen = levelOf(preferences, room.id);
    return html`<fieldset>
      <legend>${text('notify.room', { room: titleOf(room) })}</legend>
      ${levels.map(
        ([level, words]) =>
          html`<label>
            <input
              type="radio"
              name="level"
              data-testid="notify-${level}"
              .checked=${level === chosen}
              @change=${() => this.prefer(withLevel(preferences, room.id, level))}
            />
            ${text(words)}
          </label>`,
      )}
    </fieldset>`;
  }

  private renderQuiet(preferences: Preferences) {
    const { quiet, ...rest } = preferences;
    return html`<fieldset>
      <legend class="visually-hidden">${text('notify.quiet')}</legend>
      <label>
        <span
          ><input
            type="checkbox"
            data-testid="quiet"
            .checked=${quiet !== undefined}
            @change=${() => this.prefer(quiet ? rest : { ...rest, quiet: night })}
          />
          ${text('notify.quiet')}</span
        >
      </label>
      ${quiet ? (['from', 'to'] as const).map((end) => this.renderTime(preferences, quiet, end)) : nothing}
    </fieldset>`;
  }

  /** Said only when it is no: yes needs no word. */
  private renderReceipts(preferences: Preferences) {
    const { receipts = true, ...rest } = preferences;
    return html`<fieldset>
      <legend>${text('receipts.title')}</legend>
      <label>
        <input
          type="checkbox"
          data-testid="receipts"
          aria-describedby="receipts-hint"
          .checked=${receipts}
          @change=${() => this.prefer(receipts ? { ...rest, receipts: false } : rest)}
        />
        ${text('receipts.tell')}<span class="faint" id="receipts-hint">${text('receipts.hint')}</span>
      </label>
    </fieldset>`;
  }

  private renderTime(preferences: Preferences, quiet: typeof night, end: 'from' | 'to') {
    const change = ({ target }: Event) => {
      const { value } = target as HTMLInputElement;
      if (value) void this.prefer({ ...preferences, quiet: { ...quiet, [end]: value } });
    };
    return html`<label
      >${text(ends[end])}<input type="time" required data-testid="quiet-${end}" .value=${quiet[end]} @change=${change}
    /></label>`;
  }

  /** What was chosen shows when the server has told it to all devices; what it refused goes back. */
  private async prefer(values: Preferences): Promise<void> {
    await this.attempt(() => api.prefer(values));
    this.requestUpdate('preferences');
  }

  private readonly ask = async () => {
    this.permission = await Notification.requestPermission();
  };
}
