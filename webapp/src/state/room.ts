import type { RoomSnapshot } from '../http/api.ts';
import type { Message, Page, Person, RoomEvent, RoomHead, RoomKind } from '../wire/protocol.ts';
import type { Following } from './following.ts';
import { applyTo, isChange } from './message-changes.ts';
import { concerns, count, type Counts, type Reading, readingOf, settleUpTo } from './reading.ts';
import { isAside, keepAside, settleThreads, type Threads } from './threads.ts';
import { applyPage, changeAll, merge, type Past } from './window.ts';

/**
 * What this page knows of one room. The law: an old snapshot and the events after it give a fresh snapshot.
 *
 * `cursor` is the number of the last event that was applied. Numbers have no gaps, so an event beyond `cursor + 1` means that
 * one was missed: it is not applied, and the room is followed again from the cursor.
 *
 * After a `reset` nothing that is known counts any more; events wait in `early` until the fresh snapshot stands beneath them.
 * `generation` is raised by a reset and by a new line: what was loaded for an earlier one is out of date and is dropped.
 *
 * A page may be older than the events that came while it was on its way: what they changed is applied to it again, out of `recent`.
 */
export interface Room extends Following {
  readonly id: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly topic: string;
  readonly archived: boolean;
  /** The reader is one of its owners. */
  readonly owner: boolean;
  /** Of a direct room: the others. */
  readonly people: readonly Person[];
  readonly members: number;
  readonly reader: string;
  readonly cursor: number;
  readonly epoch: string;
  readonly generation: number;
  readonly history: 'unknown' | 'loading' | 'known';
  /** In the order of their numbers; the newest is among them. `window.ts` tells how many. */
  readonly messages: readonly Message[];
  /** Messages up to this number were let go; a page that ends before it would leave a gap. */
  readonly letGo: number;
  /** The first message of the room is among them. */
  readonly complete: boolean;
  /** Another part of the history, where the reader is. */
  readonly past: Past | undefined;
  /** The room is open, and its reader is not at its end. */
  readonly away: boolean;
  /** Originals of replies, by their number, that may be nowhere else. */
  readonly quoted: ReadonlyMap<number, Message>;
  readonly reading: Reading;
  /** Messages after this number stand below the "new" line; it stays while the room is open. */
  readonly newAfter: number | undefined;
  /** The latest events, without the texts of messages. */
  readonly recent: readonly RoomEvent[];
  readonly early: readonly RoomEvent[];
  /** Threads that the reader follows. */
  readonly threads: Threads;
  /** The latest messages that stand in threads alone. */
  readonly asides: readonly Message[];
}

const mostRecent = 2000;

export function enterRoom(facts: RoomHead, epoch: string, reader: string): Room {
  const fresh = { messages: [], complete: false, early: [], recent: [], quoted: new Map(), asides: [] } as const;
  const start = { following: 'behind', history: 'unknown', askedAt: 0, generation: 0 } as const;
  const nothing = { past: undefined, away: false, newAfter: undefined, threads: new Map() } as const;
  const { members, head } = facts;
  return {
    ...fresh,
    ...start,
    ...nothing,
    ...known(facts),
    reader,
    members,
    epoch,
    cursor: head,
    letGo: 0,
    reading: readingOf(facts),
  };
}

/** After a new welcome: what is known stays, what it is called is today's, and it has to be followed again on the new line. */
export function reenterRoom(room: Room, facts: RoomHead): Room {
  return {
    ...room,
    ...known(facts),
    reading: readingOf(facts, room.reading),
    generation: room.generation + 1,
    following: 'behind',
    history: room.history === 'loading' ? 'unknown' : room.history,
  };
}

export function reset(room: Room): Room {
  const generation = room.generation + 1;
  return { ...room, following: 'reset', history: 'unknown', early: [], past: undefined, generation };
}

export function applyEvent(room: Room, event: RoomEvent): Room {
  if (room.following === 'reset') return { ...room, early: [...room.early, event] };
  if (event.seq <= room.cursor) return room;
  if (event.seq > room.cursor + 1) return room.following === 'yes' ? { ...room, following: 'behind' } : room;
  const next = remember({ ...room, cursor: event.seq }, event);
  if (isChange(event)) return changeAll(next, (message) => applyTo(message, event));
  switch (event.type) {
    case 'message': {
      const counted = event.thread === undefined ? next : changeAll(next, (message) => applyTo(message, event));
      if (isAside(event)) return { ...counted, asides: keepAside(room, event) };
      return { ...counted, messages: merge([event], counted.messages) };
    }
    case 'joined':
      return { ...next, members: room.members + 1 };
    case 'left':
      return { ...next, members: room.members - 1 };
    case 'changed': {
      const { name, topic, kind, archived } = event;
      return { ...next, name, topic, kind, archived };
    }
    case 'owner':
      return event.username === room.reader ? { ...next, owner: event.owner } : next;
    case 'unknown':
      return next;
  }
}

export function applySnapshot(room: Room, facts: RoomSnapshot, page: Page): Room {
  const { members, head, epoch } = facts;
  const before = room.epoch === epoch ? room.reading : undefined;
  const bare: Room = { ...room, messages: [], letGo: 0, complete: false, recent: [], quoted: new Map(), asides: [] };
  const standing: Room = {
    ...applyPage(bare, page),
    ...known(facts),
    ...{ members, epoch, cursor: head, early: [], reading: readingOf(facts, before) },
    following: room.following === 'reset' ? 'yes' : room.following,
  };
  return room.early.reduce((next, event) => applyEvent(next, event), standing);
}

/** What others wrote and the reader has not seen. */
export function unread(room: Room): Counts {
  const { reading, recent, reader } = room;
  if (!reading.held && reading.seen >= newest(room)) return { unread: 0, mentions: 0 };
  return count(reading, recent, reader);
}

/** The number up to which there may be something to read: a thread may name the reader behind the last message of the room. */
export function newest({ messages, recent, reading, reader, cursor }: Room): number {
  const called = recent.findLast((event) => event.type === 'message' && concerns(event, reader))?.seq ?? 0;
  const counted = reading.unread > 0 ? Math.min(reading.head, cursor) : 0;
  return Math.max(messages.at(-1)?.seq ?? 0, called, counted);
}

/** Where the "new" line stands: by what was unread when the reader came, or by what comes while nobody looks. */
export function markNew(room: Room, watched: boolean): Room {
  const { upTo, seen } = room.reading;
  const read = Math.max(upTo, seen);
  if (!watched) return { ...room, newAfter: room.newAfter ?? read };
  const isNew = room.newAfter === undefined ? unread(room).unread > 0 : hasNew(room, room.newAfter);
  return { ...room, newAfter: isNew ? (room.newAfter ?? read) : undefined };
}

function hasNew({ messages, reader }: Room, after: number): boolean {
  return messages.some(({ seq, author }) => seq > after && author !== reader);
}

function known({ id, name, kind, topic, archived, owner, people }: RoomHead) {
  return { id, name, kind, topic, archived, owner, people: people ?? [] };
}

/** What is forgotten has been counted. */
function remember(room: Room, event: RoomEvent): Room {
  const light = event.type === 'message' ? { ...event, text: '' } : event;
  const recent = [...room.recent, light];
  if (recent.length <= mostRecent) return { ...room, recent };
  const kept = recent.slice(-mostRecent / 2);
  const reading = settleUpTo(room.reading, recent.slice(0, -mostRecent / 2), room.reader);
  return { ...room, recent: kept, reading, threads: settleThreads(room, recent.slice(0, -mostRecent / 2)) };
}
