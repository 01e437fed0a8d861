import type { OwnEvent } from '../wire/protocol.ts';
import type { Following } from './following.ts';

/** What is private to the account: how far its stream was read, of which history. As with a room, numbers have no gaps. */
export interface OwnStream extends Following {
  readonly cursor: number;
  readonly epoch: string;
  /** What the last welcome has told: facts up to this number say nothing that is not known, or out of date. */
  readonly told: number;
}

/** From now on: the welcome has told all that came before. */
export function enterOwn(head: number, epoch: string): OwnStream {
  return { cursor: head, told: head, epoch, following: 'behind', askedAt: 0 };
}

/** Whether the event is the next one; what comes twice is not, nor what stands behind a gap. */
export function isNext({ cursor }: OwnStream, { seq }: OwnEvent): boolean {
  return seq === cursor + 1;
}

export function advance(stream: OwnStream, event: OwnEvent): OwnStream {
  if (isNext(stream, event)) return { ...stream, cursor: event.seq };
  return event.seq > stream.cursor && stream.following === 'yes' ? { ...stream, following: 'behind' } : stream;
}
