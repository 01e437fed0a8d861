/**
 * Following one stream of the server's, a room's or one's own. It begins anew on every line:
 *
 *   behind --follow goes out--> asked --followed--> yes --an event is missing, a new line--> behind
 *   asked --reset--> reset or yes      asked --no answer--> behind
 */
export interface Following {
  readonly following: 'behind' | 'asked' | 'yes' | 'reset';
  /** Milliseconds since 1970; of the last time that following was asked for. */
  readonly askedAt: number;
}

const answerMs = 15_000;

export function asked<T extends Following>(stream: T, now: number): T {
  return { ...stream, following: 'asked', askedAt: now };
}

/** When to ask again. Infinity: never. */
export function nextAsk({ following, askedAt }: Following): number {
  return following === 'asked' ? askedAt + answerMs : Infinity;
}

/** A refused `follow` names no stream; it shows by its answer that does not come. */
export function unanswered<T extends Following>(stream: T, now: number): T {
  return nextAsk(stream) <= now ? { ...stream, following: 'behind' } : stream;
}

export function followed<T extends Following>(stream: T): T {
  return stream.following === 'asked' ? { ...stream, following: 'yes' } : stream;
}
