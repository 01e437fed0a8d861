import { html } from 'lit';
import type { Standing } from '../state/presence.ts';
import type { Seers } from '../state/receipts.ts';
import { dayText, fullDateText, timeText } from '../texts/dates.ts';
import { piecesOf } from '../texts/names.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import { drawMessage } from './draw-message.ts';
import type { MessageAct, Rights } from './message-acts.ts';
import type { Row } from './rows.ts';

/** What becomes of a text that was not sent. */
export type Decision = 'text-retried' | 'text-edited' | 'text-discarded';

export interface View {
  /** The message that the tools stand at, and the one that is being edited. */
  active: number | undefined;
  editing: number | undefined;
  rights: Rights;
  /** The original of a reply, if the page has it. */
  original: (seq: number) => Message | undefined;
  names: ReadonlyMap<string, string>;
  /** Whoever has seen the reader's last message of a direct room. */
  seers: Seers | undefined;
  standing: (username: string) => Standing | undefined;
  me: string;
  /** Milliseconds since 1970. */
  now: number;
  tell: (type: Decision, id: string) => void;
  act: (act: MessageAct) => void;
  jump: (seq: number) => void;
}

/** Rows are plain templates, not components: there are hundreds, and their height has to be right within the same update. */
export function drawRow(row: Row, view: View) {
  switch (row.kind) {
    case 'day':
      return html`<div class="row day" role="separator" aria-label=${dayText(row.at, view.now)} data-testid="day">
        <time datetime=${isoDay(row.at)}>${dayText(row.at, view.now)}</time>
      </div>`;
    case 'new':
      return html`<div class="row day new" role="separator" data-testid="new-line">
        <span>${text('timeline.new-line')}</span>
      </div>`;
    case 'reply-count':
      return html`<p class="row reply-count" data-testid="reply-count">
        ${text('thread.replies', { count: row.count })}
      </p>`;
    case 'presence': {
      const { kind, usernames, at } = row.line;
      const key = kind === 'came' ? 'presence.came' : 'presence.went';
      const names = usernames.map((username) => view.names.get(username) ?? username);
      const pieces = piecesOf((list) => text(key, { names: list, count: names.length }), names);
      return html`<p class="row presence" data-testid="system-line" data-kind=${kind}>
        ${pieces.map(({ name, words }) => (name ? html`<bdi>${words}</bdi>` : words))}
        <time datetime=${new Date(at).toISOString()} title=${fullDateText(at)}>${timeText(at)}</time>
      </p>`;
    }
    case 'message':
      return drawMessage(row, view);
  }
}

function isoDay(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
