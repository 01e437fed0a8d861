import type { Place } from '../http/api.ts';
import type { Message, Page } from '../wire/protocol.ts';
import { applyTo, tombstone } from './message-changes.ts';
import type { Room } from './room.ts';

/**
 * How many of a room's messages the page holds. A room may have a hundred thousand; here is at most a window of them, in one part or two,
 * each without a gap in itself:
 *
 *   messages   the end, up to the newest; live messages join it. It is always there, so that going to it waits for nothing.
 *   past       where the reader is, as soon as that is too far from the end for all that lies between.
 *
 * Who reads upward takes the end along until the window is full. Then what they read becomes `past`, and the end shrinks to the latest
 * page. A page that comes on one side of `past` pushes out what is furthest on the other. Reading downward it meets the end, and both
 * are one again. At the end it is the oldest that go, and a room that is not open keeps the latest page.
 *
 * A page may come late: what it was to touch may be gone by then. It counts only where it leaves no gap.
 */
export interface Past {
  readonly messages: readonly Message[];
  /** The first message of the room is among them. */
  readonly complete: boolean;
}

export const mostHeld = 300;
export const latestPage = 50;

/** A page of the end: the latest one, or the one before a message that was the oldest here. */
export function applyPage(room: Room, page: Page, before?: number): Room {
  const known = { ...room, history: 'known' } as const;
  if (before !== undefined && before !== room.messages[0]?.seq) return known;
  if (before === undefined && page.head < room.letGo) return { ...room, history: 'unknown' };
  const messages = broughtUp(room, page);
  const oldest = messages[0]?.seq ?? 0;
  const reached = { complete: !page.more, letGo: Math.min(room.letGo, Math.max(0, oldest - 1)) };
  const isOlder = oldest <= (room.messages[0]?.seq ?? Infinity);
  const next = { ...quote(known, page), messages: merge(room.messages, messages), ...(isOlder && reached) };
  return next.messages.length > mostHeld ? split(next) : next;
}

/** A page of elsewhere: in place of the part that was looked at, or as more of it. */
export function applyPast(room: Room, page: Page, { where, seq }: Place): Room {
  const known = { ...room, history: 'known' } as const;
  const edge = room.past?.messages.at(where === 'before' ? 0 : -1)?.seq;
  if (where !== 'around' && edge !== seq) return known;
  const part = merge(where === 'around' ? [] : (room.past?.messages ?? []), broughtUp(room, page));
  const complete = where === 'after' ? (room.past?.complete ?? false) : !page.more;
  const next = quote({ ...known, away: true }, page);
  if (where !== 'before' && meetsEnd(room, page, part, where)) return joined(next, part, complete, where);
  const past = where === 'after' ? newestOf(part, complete) : oldestOf(part, complete);
  return newest(pruned({ ...next, past }), latestPage);
}

export function bounded(room: Room, isOpen: boolean): Room {
  if (!isOpen) return newest(leavePast(room), latestPage);
  if (room.past) return newest(room, latestPage);
  if (room.messages.length <= mostHeld) return room;
  return room.away ? split(room) : newest(room, mostHeld / 2);
}

/** Nobody reads elsewhere any more. */
export function leavePast(room: Room): Room {
  return room.past || room.away ? pruned({ ...room, past: undefined, away: false }) : room;
}

/** A message of the room, wherever the page has it. */
export function messageOf(room: Room, seq: number): Message | undefined {
  const own = ({ seq: its }: Message) => its === seq;
  return room.messages.find(own) ?? room.past?.messages.find(own) ?? room.quoted.get(seq);
}

export function changeAll(room: Room, change: (message: Message) => Message): Room {
  const { past, quoted } = room;
  return {
    ...room,
    asides: room.asides.map(change),
    messages: room.messages.map(change),
    past: past && { ...past, messages: past.messages.map(change) },
    quoted: new Map([...quoted].map(([seq, message]) => [seq, change(message)])),
  };
}

/** Both are in order; of two with the same number the second one's counts. The usual case, one new message at the end, never sorts. */
export function merge(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  if ((known.at(-1)?.seq ?? -1) < (more[0]?.seq ?? Infinity)) return [...known, ...more];
  if ((more.at(-1)?.seq ?? -1) < (known[0]?.seq ?? Infinity)) return [...more, ...known];
  const bySeq = new Map([...known, ...more].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function meetsEnd(room: Room, page: Page, part: readonly Message[], where: Place['where']): boolean {
  const more = where === 'around' ? (page.moreAfter ?? false) : page.more;
  const overlaps = (part.at(-1)?.seq ?? 0) >= (room.messages[0]?.seq ?? Infinity);
  return overlaps || (!more && page.head >= room.letGo);
}

/** Who came down to the end keeps the newest; who jumped to a place just above it keeps that. */
function joined(room: Room, part: readonly Message[], complete: boolean, where: Place['where']): Room {
  const first = part[0]?.seq ?? Infinity;
  const isOlder = first <= (room.messages[0]?.seq ?? Infinity);
  const reached = { complete, letGo: Math.min(room.letGo, first - 1) };
  const whole = { ...room, past: undefined, messages: merge(room.messages, part), ...(isOlder && reached) };
  if (whole.messages.length <= mostHeld) return pruned(whole);
  return where === 'after' ? newest(whole, mostHeld) : split(whole);
}

function split(room: Room): Room {
  return newest({ ...room, past: oldestOf(room.messages, room.complete) }, latestPage);
}

function newest(room: Room, count: number): Room {
  const dropped = room.messages.at(-count - 1);
  if (!dropped) return room;
  return pruned({ ...room, messages: room.messages.slice(-count), complete: false, letGo: dropped.seq });
}

function newestOf(messages: readonly Message[], complete: boolean): Past {
  return { messages: messages.slice(-mostHeld), complete: complete && messages.length <= mostHeld };
}

function oldestOf(messages: readonly Message[], complete: boolean): Past {
  return { messages: messages.slice(0, mostHeld), complete };
}

/** Without the originals of replies that are not here any more. */
function pruned(room: Room): Room {
  if (room.quoted.size === 0) return room;
  const wanted = new Set([...room.messages, ...(room.past?.messages ?? [])].map(({ replyTo }) => replyTo));
  return { ...room, quoted: new Map([...room.quoted].filter(([seq]) => wanted.has(seq))) };
}

function quote(room: Room, page: Page): Room {
  if (!page.quoted?.length) return room;
  const quoted = broughtUp(room, { ...page, messages: page.quoted }).map((message) => [message.seq, message] as const);
  return { ...room, quoted: new Map([...room.quoted, ...quoted]) };
}

/** A page may be older than the events that came while it was on its way. */
export function broughtUp({ recent }: Room, { messages, head }: Pick<Page, 'messages' | 'head'>): Message[] {
  const later = recent.filter(({ seq }) => seq > head);
  return messages.map((message) => later.reduce(applyTo, tombstone(message)));
}
