import type { Ack, Refused } from '../wire/protocol.ts';

/**
 * Texts on their way: kept until their message has come back, so that none is ever lost or doubled.
 *
 *   waiting --sent--> sending --ack--> accepted --its message arrives--> (gone)
 *   sending --line lost, no answer, told to wait--> waiting           sending --refused--> refused --retry--> waiting
 *
 * One text per room is sending at a time: that keeps the order, also over a reconnect. A text keeps its id for ever, so that the
 * server recognises one that it already has.
 */
export interface OutgoingText {
  readonly id: string;
  readonly room: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly progress:
    | { readonly step: 'waiting'; readonly notBefore: number }
    | { readonly step: 'sending'; readonly since: number }
    | { readonly step: 'accepted'; readonly seq: number }
    | { readonly step: 'refused'; readonly refused: Refused };
}
export type Outbox = readonly OutgoingText[];

const temporary = new Set(['too-fast', 'busy', 'no-space', 'too-many']);
const answerMs = 15_000;
const atOnce = { step: 'waiting', notBefore: 0 } as const;

export function write(outbox: Outbox, text: Omit<OutgoingText, 'progress'>): Outbox {
  return [...outbox, { ...text, progress: { step: 'waiting', notBefore: 0 } }];
}

/** Texts of before a reload come first. Whether one that was under way arrived nobody knows: it goes out again under its id. */
export function restore(outbox: Outbox, texts: readonly OutgoingText[]): Outbox {
  const known = new Set(outbox.map(({ id }) => id));
  const older = texts.filter(({ id }) => !known.has(id));
  const waiting = older.map((text) => (text.progress.step === 'refused' ? text : { ...text, progress: atOnce }));
  return [...waiting, ...outbox];
}

/** The texts that may go out now: per room the first one that waits, unless one is under way or has to wait. */
export function due(outbox: Outbox, now: number): OutgoingText[] {
  const first = new Map<string, OutgoingText>();
  for (const text of outbox) {
    const under = first.get(text.room);
    if (text.progress.step === 'sending') first.set(text.room, text);
    else if (text.progress.step === 'waiting' && !under) first.set(text.room, text);
  }
  return [...first.values()].filter(({ progress }) => progress.step === 'waiting' && progress.notBefore <= now);
}

/** When to look again without any event: the end of a wait, or an answer that is overdue. Infinity: never. */
export function nextLook(outbox: Outbox, now: number): number {
  const times = outbox.map(({ progress }) => {
    if (progress.step === 'waiting') return progress.notBefore;
    return progress.step === 'sending' ? progress.since + answerMs : Infinity;
  });
  return Math.min(Infinity, ...times.filter((time) => time > now));
}

export function sent(outbox: Outbox, id: string, now: number): Outbox {
  return change(outbox, id, () => ({ step: 'sending', since: now }));
}

export function acked(outbox: Outbox, ack: Ack): Outbox {
  return change(outbox, ack.id, () => ({ step: 'accepted', seq: ack.seq }));
}

export function refused(outbox: Outbox, event: Refused, now: number): Outbox {
  if (event.id === undefined) return outbox;
  return change(outbox, event.id, () =>
    temporary.has(event.reason)
      ? { step: 'waiting', notBefore: now + (event.retryAfterMs ?? 1000) }
      : { step: 'refused', refused: event },
  );
}

export function retry(outbox: Outbox, id: string): Outbox {
  return change(outbox, id, () => ({ step: 'waiting', notBefore: 0 }));
}

export function discard(outbox: Outbox, id: string): Outbox {
  return outbox.filter((text) => text.id !== id);
}

export function lineLost(outbox: Outbox): Outbox {
  return outbox.map((text) =>
    text.progress.step === 'sending' ? { ...text, progress: { step: 'waiting', notBefore: 0 } } : text,
  );
}

/** No answer in time on a line that lives: the same text goes out again under the same id. */
export function overdue(outbox: Outbox, now: number): Outbox {
  return outbox.map((text) =>
    text.progress.step === 'sending' && text.progress.since + answerMs <= now
      ? { ...text, progress: { step: 'waiting', notBefore: 0 } }
      : text,
  );
}

/** Takes out what has arrived as messages, and what was accepted at or below a number that the room has passed. */
export function arrived(outbox: Outbox, room: string, ids: ReadonlySet<string>, cursor: number): Outbox {
  if (outbox.length === 0) return outbox;
  return outbox.filter(
    ({ id, room: own, progress }) =>
      own !== room || !(ids.has(id) || (progress.step === 'accepted' && progress.seq <= cursor)),
  );
}

function change(outbox: Outbox, id: string, progress: () => OutgoingText['progress']): Outbox {
  return outbox.map((text) => (text.id === id ? { ...text, progress: progress() } : text));
}
