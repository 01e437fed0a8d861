import type { Ack, Refused } from '../wire/protocol.ts';

/**
 * An account's texts on their way: kept until their message has come back, so that none is ever lost or doubled.
 *
 *   waiting --sent--> sending --ack--> accepted --its message arrives--> (gone)
 *   sending --line lost, no answer, told to wait--> waiting           sending --refused--> refused --retry--> waiting
 *
 * One text per room is sending at a time: that keeps the order, also over a reconnect. A text keeps its id for ever, so that the
 * server recognises one that it already has: whoever sends it again, another tab, too, does no harm.
 */
export interface OutgoingText {
  readonly id: string;
  readonly room: string;
  readonly text: string;
  /** Milliseconds since 1970, growing from text to text: their order. */
  readonly at: number;
  /** The number of the message that it answers. */
  readonly replyTo?: number;
  /** The number of the root of the thread that it is for; `also` shows it in the room as well. */
  readonly thread?: number;
  readonly also?: boolean;
  readonly progress:
    | { readonly step: 'waiting'; readonly notBefore: number }
    | { readonly step: 'sending'; readonly since: number }
    | { readonly step: 'accepted'; readonly seq: number }
    | { readonly step: 'refused'; readonly refused: Refused };
}
/** In the order of `at`. */
export type Outbox = readonly OutgoingText[];

const passing = new Set(['too-fast', 'busy', 'no-space', 'too-many']);
const answerMs = 15_000;
export const atOnce = { step: 'waiting', notBefore: 0 } as const;

export function write(outbox: Outbox, text: Omit<OutgoingText, 'progress'>): Outbox {
  // Two within a millisecond, or a clock that was set back.
  const at = Math.max(text.at, (outbox.at(-1)?.at ?? 0) + 1);
  return [...outbox, { ...text, at, progress: atOnce }];
}

/** Takes in texts of another tab's or of before a reload, at their places; what is known already stays as it is. */
export function join(outbox: Outbox, texts: readonly OutgoingText[]): Outbox {
  const known = new Set(outbox.map(({ id }) => id));
  const others = texts.filter(({ id }) => !known.has(id));
  return others.length > 0 ? [...outbox, ...others].sort(byTime) : outbox;
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

/** How many have not been accepted; a refused one counts until it is discarded. */
export function unsent(outbox: Outbox): number {
  return outbox.filter(({ progress }) => progress.step !== 'accepted').length;
}

/** How many will be sent without anyone's doing. */
export function waiting(outbox: Outbox): number {
  return outbox.filter(({ progress }) => progress.step === 'waiting' || progress.step === 'sending').length;
}

export function sent(outbox: Outbox, id: string, now: number): Outbox {
  return change(outbox, id, () => ({ step: 'sending', since: now }));
}

export function acked(outbox: Outbox, ack: Ack): Outbox {
  return change(outbox, ack.id, () => ({ step: 'accepted', seq: ack.seq }));
}

/** A reason that this page does not know passes when it says when to try again. */
export function refused(outbox: Outbox, event: Refused, now: number): Outbox {
  const { id, reason, retryAfterMs } = event;
  if (id === undefined) return outbox;
  return change(outbox, id, () =>
    passing.has(reason) || retryAfterMs !== undefined
      ? { step: 'waiting', notBefore: now + (retryAfterMs ?? 1000) }
      : { step: 'refused', refused: event },
  );
}

/** Under its id, but for a conflict: there the id is another text's, and this one was never stored. */
export function retry(outbox: Outbox, id: string, freshId: string): Outbox {
  return outbox.map((text) => {
    const { progress } = text;
    if (text.id !== id || progress.step !== 'refused') return text;
    return { ...text, id: progress.refused.reason === 'conflict' ? freshId : id, progress: atOnce };
  });
}

export function discard(outbox: Outbox, id: string): Outbox {
  return outbox.filter((text) => text.id !== id);
}

/** Whether what was under way has arrived nobody knows: it goes out again. */
export function lineLost(outbox: Outbox): Outbox {
  return outbox.map((text) => (text.progress.step === 'sending' ? { ...text, progress: atOnce } : text));
}

/** No answer in time on a line that lives: the same text goes out again under the same id. */
export function overdue(outbox: Outbox, now: number): Outbox {
  return outbox.map((text) =>
    text.progress.step === 'sending' && text.progress.since + answerMs <= now ? { ...text, progress: atOnce } : text,
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

/** Whether it is to be seen in a room, or in one of its threads. */
export function isShownIn(text: OutgoingText, room: string, thread: number | undefined): boolean {
  if (text.room !== room) return false;
  return thread === undefined ? text.thread === undefined || text.also === true : text.thread === thread;
}

export function byTime(a: OutgoingText, b: OutgoingText): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** Accepted is accepted, whatever is answered to the same text that was sent once more. */
function change(outbox: Outbox, id: string, progress: () => OutgoingText['progress']): Outbox {
  return outbox.map((text) =>
    text.id === id && text.progress.step !== 'accepted' ? { ...text, progress: progress() } : text,
  );
}
