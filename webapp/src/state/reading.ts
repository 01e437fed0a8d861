import type { Deleted, Message, ReadMoved, RoomEvent, RoomHead } from '../wire/protocol.ts';

/**
 * How far one has read in a room, on all of one's devices, and how much is new.
 *
 * The server's counts hold at its number `head`. What is shown is theirs and the events after `head`: one more for each message by
 * another, one less for each deletion of another's message that was not read; what stands in a thread alone counts where it names the reader. `seen` is this page's own: what was on the screen is
 * read here at once, and told to the server soon after.
 */
export interface Reading {
  readonly upTo: number;
  readonly head: number;
  readonly unread: number;
  readonly mentions: number;
  readonly seen: number;
  /** Marked as unread while the room was open: being looked at does not read it, until the reader comes back or writes. */
  readonly held: boolean;
}

export interface Counts {
  readonly unread: number;
  readonly mentions: number;
}

/** Beyond this the server does not count. */
export const mostCounted = 1000;
const none: Counts = { unread: 0, mentions: 0 };

export function readingOf({ read, head, unread, mentions }: RoomHead, before?: Reading): Reading {
  const { seen = 0, held = false } = before ?? {};
  return { upTo: read, head, unread, mentions, seen: Math.min(seen, head), held };
}

/** Another device may have read further, or marked as unread what this one had seen. */
export function moveMarker(reading: Reading, { upTo, head, unread, mentions }: ReadMoved): Reading {
  const back = upTo < reading.upTo;
  return { ...reading, upTo, head, unread, mentions, seen: back ? 0 : reading.seen, held: back || reading.held };
}

/** What was on the screen, unless the reader holds the room unread. */
export function see(reading: Reading, seq: number): Reading {
  return reading.held ? reading : { ...reading, seen: Math.max(reading.seen, seq) };
}

/** `events` are the latest of the room, in order; `last` is the number of its last message. */
export function count(reading: Reading, events: readonly RoomEvent[], reader: string): Counts {
  let { unread, mentions } = reading;
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i];
    if (!event || event.seq <= reading.head) break;
    const by = step(reading, event, reader);
    unread += by.unread;
    mentions += by.mentions;
  }
  return { unread: Math.max(0, unread), mentions: Math.max(0, mentions) };
}

/** The same counts, held at the last of these events. */
export function settleUpTo(reading: Reading, events: readonly RoomEvent[], reader: string): Reading {
  const head = Math.max(reading.head, events.at(-1)?.seq ?? 0);
  return { ...reading, head, ...count(reading, events, reader) };
}

function step({ upTo }: Reading, event: RoomEvent, reader: string): Counts {
  if (event.type === 'message' && concerns(event, reader) && event.seq > upTo) return weigh(event.mentions, reader, 1);
  if (event.type === 'deleted' && concerns(event, reader) && event.message > upTo)
    return weigh(event.mentions, reader, -1);
  return none;
}

/** Of others, and in the room: what stands in a thread alone is for the reader only where it names them. */
export function concerns({ author, thread, also, mentions }: Message | Deleted, reader: string): boolean {
  return author !== reader && (thread === undefined || also === true || isMentioned(mentions, reader));
}

function weigh(mentions: readonly string[] | undefined, reader: string, by: number): Counts {
  return { unread: by, mentions: isMentioned(mentions, reader) ? by : 0 };
}

export function isMentioned(mentions: readonly string[] | undefined, reader: string): boolean {
  return mentions?.some((name) => name === reader || name === '@room') ?? false;
}
