import { html, nothing } from 'lit';
import { isEmojiOnly } from '../emoji/emoji-only.ts';
import { icons } from '../icons.ts';
import { markdown } from '../markdown/markdown.ts';
import { plain } from '../markdown/plain.ts';
import { shortened } from '../texts/shortened.ts';
import { avatar } from '../people/avatar.ts';
import { standingText } from '../people/standing.ts';
import type { OutgoingText } from '../state/outbox.ts';
import { isMentioned } from '../state/reading.ts';
import { fullDateText, timeText } from '../texts/dates.ts';
import { reasonText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import { drawReactions } from './draw-reactions.ts';
import { drawSeen } from './draw-receipt.ts';
import type { View } from './draw-row.ts';
import { drawOrigin, drawReplies } from './draw-thread.ts';
import './message-editor.ts';
import './message-toolbar.ts';
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
  const message = 'message' in row.source ? row.source.message : undefined;
  const name = view.names.get(row.author) ?? row.author;
  const isEdited = message !== undefined && view.editing === message.seq;
  return html`<div
    class="row message"
    tabindex="-1"
    data-testid="message"
    data-seq=${message?.seq ?? nothing}
    data-author=${row.author}
    data-own=${own}
    data-first=${row.first}
    data-active=${message !== undefined && view.active === message.seq}
    data-mentions-me=${isMentioned(message?.mentions, view.me) && !own}
    data-progress=${outgoing?.progress.step ?? 'arrived'}
  >
    ${
      row.first && !own
        ? html`${avatar(row.author, name, view.standing(row.author))}
            <p class="author" aria-hidden="true"><bdi>${name}</bdi></p>`
        : nothing
    }
    ${isEdited ? html`<message-editor .message=${message}></message-editor>` : drawBubble(row, name, view)}
    ${message ? [drawReactions(message, view), drawReplies(message, view)] : nothing}
    ${outgoing ? drawRefusal(outgoing, view) : nothing} ${drawSeen(message?.seq, view)}
    ${
      message && view.active === message.seq && !isEdited
        ? html`<message-toolbar .message=${message} .rights=${view.rights}></message-toolbar>`
        : nothing
    }
  </div>`;
}

function nameAndStanding(author: string, name: string, view: View): string {
  const standing = view.standing(author);
  return standing ? text('standing.of', { name, standing: standingText(standing) }) : name;
}

function drawBubble(row: MessageRow, name: string, view: View) {
  const { source, at } = row;
  const own = row.author === view.me;
  const message = 'message' in source ? source.message : undefined;
  const deleted = message?.state?.deletedBy !== undefined;
  return html`<div class="bubble" data-large=${isEmojiOnly(row.text)} data-deleted=${deleted}>
    <span class="visually-hidden"
      >${text('timeline.said', { name: row.first && !own ? nameAndStanding(row.author, name, view) : name, time: timeText(at) })}</span
    >
    ${message ? drawOrigin(message, view) : nothing} ${drawQuote(source, view)}
    ${
      deleted
        ? html`<p class="markdown deleted" data-testid="tombstone">${text('message.deleted')}</p>`
        : html`<div class="markdown" data-testid="text">
            ${markdown(row.text, { mentions: message?.mentions ?? [], me: view.me })}
          </div>`
    }
    <span class="meta">
      ${message ? drawMarks(message, view) : nothing}
      <time datetime=${new Date(at).toISOString()} title=${fullDateText(at)}>${timeText(at)}</time>
      ${'outgoing' in source ? drawProgress(source.outgoing) : nothing}
    </span>
  </div>`;
}

/** What became of it since. */
function drawMarks(message: Message, { names, act }: View) {
  const { editedAt, pinnedBy } = message.state ?? {};
  const pinned = pinnedBy === undefined ? '' : text('message.pinned-by', { name: names.get(pinnedBy) ?? pinnedBy });
  const edited = editedAt === undefined ? '' : text('message.edited-at', { time: fullDateText(Date.parse(editedAt)) });
  return html`${pinned ? html`<span class="pinned" role="img" aria-label=${pinned} title=${pinned}>${icons.pin}</span>` : nothing}
  ${
    edited
      ? html`<button
          type="button"
          class="edited"
          title=${text('message.show-edits', { edited })}
          data-testid="edited"
          @click=${() => act({ act: 'edits', message })}
        >
          ${text('message.edited')}
        </button>`
      : nothing
  }`;
}

function drawQuote(source: MessageRow['source'], view: View) {
  const replyTo = 'message' in source ? source.message.replyTo : source.outgoing.replyTo;
  if (replyTo === undefined) return nothing;
  const original = view.original(replyTo);
  const name = original ? (view.names.get(original.author) ?? original.author) : '';
  const deleted = original?.state?.deletedBy !== undefined;
  const words = original
    ? deleted
      ? text('message.deleted')
      : shortened(plain(original.text))
    : text('message.quote-unknown');
  return html`<button
    type="button"
    class="quote"
    data-testid="quote"
    aria-label=${text('message.quote', { name, text: words })}
    @click=${() => view.jump(replyTo)}
  >
    ${name ? html`<b><bdi>${name}</bdi></b>` : nothing}<span class="one-line" dir="auto">${words}</span>
  </button>`;
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
