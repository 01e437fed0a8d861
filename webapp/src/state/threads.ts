import type { Message, RoomEvent } from '../wire/protocol.ts';
import type { ListedThread, ThreadMoved, ThreadPage } from '../wire/thread-records.ts';
import type { Room } from './room.ts';

/**
 * A thread that the reader follows, by its root's number in its room. As with the room's own counts, `unread` is the server's and
 * holds at `head`; the events after `head` are counted on. `seen` is what was on this page's screen.
 */
export interface FollowedThread {
  readonly root: number;
  readonly following: boolean;
  readonly upTo: number;
  readonly head: number;
  readonly unread: number;
  readonly seen: number;
}
export type Threads = ReadonlyMap<number, FollowedThread>;

/** So many messages that stand in threads alone are kept with their words, for whoever is called by them. */
const mostAside = 20;

/** The server's list, but for what its facts have told since it was asked for. */
export function listThreads(room: Room, list: readonly ListedThread[], since: ReadonlySet<string>): Room {
  const threads = new Map(room.threads);
  for (const { root, room: id, upTo, head, unread } of list) {
    if (id !== room.id || since.has(threadKey(id, root.seq))) continue;
    const seen = threads.get(root.seq)?.seen ?? 0;
    threads.set(root.seq, { root: root.seq, following: true, upTo, head, unread, seen });
  }
  return { ...room, threads };
}

export function threadKey(room: string, root: number): string {
  return `${room}/${root}`;
}

export function moveThread(room: Room, { root, following, upTo, head, unread }: ThreadMoved): Room {
  const seen = room.threads.get(root)?.seen ?? 0;
  return withThread(room, { root, following, upTo, head, unread, seen });
}

/** The list holds the latest ones; of an older one that is opened its page tells. */
export function knowThread(room: Room, { root, messages, following, upTo, head }: ThreadPage): Room {
  if (!following || room.threads.has(root.seq)) return room;
  const unread = messages.filter(({ seq, author, state }) => seq > upTo && author !== room.reader && !state?.deletedBy);
  return withThread(room, { root: root.seq, following, upTo, head, unread: unread.length, seen: 0 });
}

/** What was on the screen; of a thread that the reader does not follow it says nothing. */
export function seeThread(room: Room, root: number, seq: number): Room {
  const thread = room.threads.get(root);
  if (!thread?.following || thread.seen >= seq) return room;
  return withThread(room, { ...thread, seen: seq });
}

/** Replies of others that the reader has not seen; of a thread that they do not follow none. */
export function unreadReplies(room: Room, thread: FollowedThread, events = inThreads(room)): number {
  if (!thread.following || thread.seen >= lastReply(room, thread, events)) return 0;
  return count(thread, events, room.reader);
}

export function unreadThreads(rooms: readonly Room[]): number {
  return rooms.filter(({ threads }) => threads.size > 0).reduce((sum, room) => sum + unreadIn(room), 0);
}

function unreadIn(room: Room): number {
  const events = inThreads(room);
  return [...room.threads.values()].filter((thread) => unreadReplies(room, thread, events) > 0).length;
}

/** There may be many threads, and many events that are of none. */
function inThreads({ recent }: Room): RoomEvent[] {
  return recent.filter((event) => 'thread' in event);
}

/** The same counts, held at the last of these events, which are about to be forgotten. */
export function settleThreads(room: Room, events: readonly RoomEvent[]): Threads {
  const last = events.at(-1)?.seq ?? 0;
  const settled = (thread: FollowedThread) => ({
    ...thread,
    head: Math.max(thread.head, last),
    unread: count(thread, events, room.reader),
  });
  return new Map([...room.threads].map(([root, thread]) => [root, settled(thread)]));
}

/** Replies that no page of the room has. */
export function isAside({ thread, also }: Message): boolean {
  return thread !== undefined && also !== true;
}

export function keepAside({ asides }: Room, message: Message): readonly Message[] {
  return [...asides, message].slice(-mostAside);
}

/** The number of the last reply that may be unread. */
function lastReply({ cursor }: Room, { root, head, unread }: FollowedThread, events: RoomEvent[]): number {
  const last = events.findLast((event) => event.type === 'message' && event.thread === root)?.seq ?? 0;
  return Math.max(last, unread > 0 ? Math.min(head, cursor) : 0);
}

function count(thread: FollowedThread, events: readonly RoomEvent[], reader: string): number {
  const counts = (event: RoomEvent): number => {
    if (event.seq <= thread.head) return 0;
    if (event.type === 'message' && isOf(event, thread, reader) && event.seq > thread.upTo) return 1;
    return event.type === 'deleted' && isOf(event, thread, reader) && event.message > thread.upTo ? -1 : 0;
  };
  return Math.max(
    0,
    events.reduce((sum, event) => sum + counts(event), thread.unread),
  );
}

function isOf(event: { author: string; thread?: number }, { root }: FollowedThread, reader: string): boolean {
  return event.thread === root && event.author !== reader;
}

function withThread(room: Room, thread: FollowedThread): Room {
  return { ...room, threads: new Map([...room.threads, [thread.root, thread]]) };
}
