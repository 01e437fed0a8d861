import type { RoomSnapshot } from '../http/api.ts';
import type { Message, Page, RoomEvent, RoomFacts } from '../wire/protocol.ts';
import type { Following } from './following.ts';

/**
 * What this page knows of one room. The law: an old snapshot and the events after it give a fresh snapshot.
 *
 * `cursor` is the number of the last event that was applied. Numbers have no gaps, so an event beyond `cursor + 1` means that
 * one was missed: it is not applied, and the room is followed again from the cursor.
 *
 * After a `reset` nothing that is known counts any more; events wait in `early` until the fresh snapshot stands beneath them.
 * `generation` is raised by a reset and by a new line: what was loaded for an earlier one is out of date and is dropped.
 */
export interface Room extends Following {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly cursor: number;
  readonly epoch: string;
  readonly generation: number;
  readonly history: 'unknown' | 'loading' | 'known';
  /** In the order of their numbers. */
  readonly messages: readonly Message[];
  /** The first message of the room is among them. */
  readonly complete: boolean;
  /** The last number that the reader has seen. */
  readonly readUpTo: number;
  readonly early: readonly RoomEvent[];
}

export function enterRoom(facts: RoomFacts, epoch: string): Room {
  const { id, name, members, head } = facts;
  const fresh = { messages: [], complete: false, early: [], following: 'behind', history: 'unknown' } as const;
  return { ...fresh, id, name, members, epoch, cursor: head, readUpTo: head, askedAt: 0, generation: 0 };
}

/** After a new welcome: what is known stays, the name is today's, and the room has to be followed again on the new line. */
export function reenterRoom(room: Room, facts: RoomFacts): Room {
  return {
    ...room,
    name: facts.name,
    generation: room.generation + 1,
    following: 'behind',
    history: room.history === 'loading' ? 'unknown' : room.history,
  };
}

export function reset(room: Room): Room {
  return { ...room, following: 'reset', history: 'unknown', early: [], generation: room.generation + 1 };
}

export function applyEvent(room: Room, event: RoomEvent): Room {
  if (room.following === 'reset') return { ...room, early: [...room.early, event] };
  if (event.seq <= room.cursor) return room;
  if (event.seq > room.cursor + 1) return room.following === 'yes' ? { ...room, following: 'behind' } : room;
  const next = { ...room, cursor: event.seq };
  switch (event.type) {
    case 'message':
      return { ...next, messages: merge(room.messages, [event]) };
    case 'joined':
      return { ...next, members: room.members + 1 };
    case 'left':
      return { ...next, members: room.members - 1 };
    case 'unknown':
      return next;
  }
}

export function applyPage(room: Room, page: Page): Room {
  const oldestKnown = room.messages[0]?.seq ?? Infinity;
  const oldest = page.messages[0]?.seq ?? 0;
  return {
    ...room,
    history: 'known',
    messages: merge(room.messages, page.messages),
    complete: oldest <= oldestKnown ? !page.more : room.complete,
  };
}

export function applySnapshot(room: Room, facts: RoomSnapshot, page: Page): Room {
  const { name, members, head, epoch } = facts;
  const standing: Room = {
    ...applyPage({ ...room, messages: [], complete: false }, page),
    ...{ name, members, epoch, cursor: head, early: [] },
    following: room.following === 'reset' ? 'yes' : room.following,
    readUpTo: room.epoch === epoch ? Math.min(room.readUpTo, head) : head,
  };
  return room.early.reduce(applyEvent, standing);
}

export function unread(room: Room, reader: string): number {
  let count = 0;
  for (let i = room.messages.length - 1; i >= 0; i--) {
    const message = room.messages[i];
    if (!message || message.seq <= room.readUpTo) break;
    if (message.author !== reader) count++;
  }
  return count;
}

/** Both are in order. The usual case, one new message at the end, copies but never sorts. */
function merge(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const last = known.at(-1)?.seq ?? -1;
  if (more.every(({ seq }) => seq > last)) return [...known, ...more];
  const bySeq = new Map([...known, ...more].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
