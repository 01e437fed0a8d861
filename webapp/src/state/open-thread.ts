import type { Message, RoomEvent } from '../wire/protocol.ts';
import type { ThreadPage } from '../wire/thread-records.ts';
import { applyTo } from './message-changes.ts';
import type { Room } from './room.ts';
import { broughtUp, merge } from './window.ts';

/** The thread that stands open beside its room. What comes while its page is on its way is kept, so a page only goes beneath. */
export interface OpenThread {
  readonly room: string;
  readonly root: number;
  /** The message that it hangs under; unknown until the first page is there. */
  readonly message: Message | undefined;
  readonly messages: readonly Message[];
  /** The first reply is among them. */
  readonly complete: boolean;
  readonly history: Room['history'];
  readonly quoted: ReadonlyMap<number, Message>;
  readonly following: boolean;
  /** Replies behind this number are new; 0 when all are, undefined while nobody knows. */
  readonly newAfter: number | undefined;
}

export function openThread(room: string, root: number): OpenThread {
  const nothing = {
    message: undefined,
    messages: [],
    complete: false,
    quoted: new Map(),
    newAfter: undefined,
  } as const;
  return { room, root, ...nothing, history: 'unknown', following: false };
}

/** An event of its room that comes next there. */
export function tellThread(thread: OpenThread, event: RoomEvent): OpenThread {
  if (thread.room !== event.room) return thread;
  const changed = {
    ...thread,
    message: thread.message && applyTo(thread.message, event),
    messages: thread.messages.map((message) => applyTo(message, event)),
    quoted: new Map([...thread.quoted].map(([seq, message]) => [seq, applyTo(message, event)])),
  };
  const isReply = event.type === 'message' && event.thread === thread.root;
  return isReply ? { ...changed, messages: merge([event], changed.messages) } : changed;
}

/** The latest page, or the one before a reply that was the oldest here. */
export function applyThreadPage(thread: OpenThread, room: Room, page: ThreadPage, before?: number): OpenThread {
  const known = { ...thread, history: 'known' } as const;
  if (before !== undefined && before !== thread.messages[0]?.seq) return known;
  const [root] = broughtUp(room, { ...page, messages: [page.root] });
  const quoted = broughtUp(room, { ...page, messages: page.quoted }).map((message) => [message.seq, message] as const);
  return {
    ...known,
    message: root,
    messages: merge(thread.messages, broughtUp(room, page)),
    complete: !page.more,
    quoted: new Map([...thread.quoted, ...quoted]),
    following: before === undefined ? page.following : thread.following,
    newAfter: before === undefined && page.following ? page.upTo : thread.newAfter,
  };
}

/** The thread as a timeline draws it: a room of its own, whose first message is the root. Of one that nobody follows there is nothing to read. */
export function asRoom(room: Room, thread: OpenThread, away: boolean): Room {
  const { message, messages, complete, history, quoted } = thread;
  const followed = room.threads.get(thread.root);
  const seen = followed?.following ? Math.max(followed.seen, followed.upTo) : Infinity;
  return {
    ...room,
    messages: message && complete ? [message, ...messages] : messages,
    past: undefined,
    away,
    complete,
    history,
    quoted,
    newAfter: thread.newAfter,
    recent: [],
    reading: { upTo: seen, head: room.cursor, unread: 0, mentions: 0, seen, held: false },
  };
}
