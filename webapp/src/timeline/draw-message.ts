import { html, nothing } from 'lit';
import { isEmojiOnly } from '../emoji/emoji-only.ts';
import { icons } from '../icons.ts';
import { markdown } from '../markdown/markdown.ts';
import { avatar } from '../people/avatar.ts';
import type { OutgoingText } from '../state/outbox.ts';
import { fullDateText, timeText } from '../texts/dates.ts';
import { reasonText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import type { View } from './draw-row.ts';
import './message.css';
import type { Row } from './rows.ts';

type MessageRow = Extract<Row, { kind: 'message' }>;

const progressNames = {
  waiting: 'message.waiting',
  sending: 'message.sending',
  accepted: 'message.sent',
  refused: 'message.failed',
} as const;

export function drawMessage(row: MessageRow, view: View) {
  const own = row.author === view.me;
  const outgoing = 'outgoing' in row.source ? row.source.outgoing : undefined;
  const name = view.names.get(row.author) ?? row.author;
  return html`<div
    class="row message"
    data-testid="message"
    data-seq=${'message' in row.source ? row.source.message.seq : nothing}
    data-author=${row.author}
    data-own=${own}
    data-first=${row.first}
    data-progress=${outgoing?.progress.step ?? 'arrived'}
  >
    ${
      row.first && !own
        ? html`${avatar(row.author, name)}
            <p class="author" aria-hidden="true"><bdi>${name}</bdi></p>`
        : nothing
    }
    <div class="bubble" data-large=${isEmojiOnly(row.text)}>
      <span class="visually-hidden">${text('timeline.said', { name, time: timeText(row.at) })}</span>
      <div class="markdown" data-testid="text">${markdown(row.text)}</div>
      <span class="meta">
        <time datetime=${new Date(row.at).toISOString()} title=${fullDateText(row.at)}>${timeText(row.at)}</time>
        ${outgoing ? drawProgress(outgoing) : nothing}
      </span>
    </div>
    ${outgoing ? drawRefusal(outgoing, view) : nothing}
  </div>`;
}

const progressIcons = { waiting: icons.clock, sending: icons.clock, accepted: icons.tick, refused: icons.alert };

function drawProgress({ progress: { step } }: OutgoingText) {
  const words = text(progressNames[step]);
  return html`<span class="progress" role="img" aria-label=${words} title=${words} data-step=${step}>
    ${step === 'sending' ? html`<span class="words">${words}</span>` : nothing}${progressIcons[step]}
  </span>`;
}

function drawRefusal({ id, progress }: OutgoingText, view: View) {
  if (progress.step !== 'refused') return nothing;
  return html`<p class="refusal" role="alert" data-testid="refusal">
    <span>${text('message.failed-because', { reason: reasonText(progress.refused) })}</span>
    <span class="actions">
      <button class="button-text" data-testid="retry" @click=${() => view.tell('text-retried', id)}>
        ${text('message.retry')}
      </button>
      <button class="button-text" data-testid="edit" @click=${() => view.tell('text-edited', id)}>
        ${text('message.edit')}
      </button>
      <button class="button-text" data-testid="discard" @click=${() => view.tell('text-discarded', id)}>
        ${text('message.discard')}
      </button>
    </span>
  </p>`;
}
