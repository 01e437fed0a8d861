import type { Place, RoomSnapshot } from '../http/api.ts';
import type { ConnectionState } from '../wire/connection.ts';
import type { Limits, Me, Page, Person, Preferences, ServerEvent, Welcome } from '../wire/protocol.ts';
import { asked, unanswered } from './following.ts';
import { applyChanges, type Changes } from './outbox-changes.ts';
import type { OpenThread } from './open-thread.ts';
import * as Outgoing from './outbox.ts';
import { enterOwn, type OwnStream } from './own-stream.ts';
import { ifStill, inRoom, inWindow, meet, settle } from './parts.ts';
import { nobody, type Presence } from './presence.ts';
import { see } from './reading.ts';
import { receive } from './receive.ts';
import { applySnapshot, markNew, type Room } from './room.ts';
import { learnSeen, type SeenMarkers } from './receipts.ts';
import { type FollowedList, reduceThreads, type ThreadAction } from './thread-actions.ts';
import { stillTyping, type Typists } from './typing.ts';
import { applyPage, applyPast, bounded, leavePast } from './window.ts';

/** All that the chat page shows. Components draw it; only `reduce` changes it. */
export interface Chat {
  readonly connection: ConnectionState;
  readonly me: Me | undefined;
  /** The history that the server counts in. */
  readonly epoch: string;
  readonly own: OwnStream;
  readonly limits: Limits;
  /** In the server's order. */
  readonly rooms: readonly Room[];
  readonly openRoom: string;
  /** The thread that stands open beside the open room. */
  readonly thread: OpenThread | undefined;
  readonly followed: FollowedList;
  readonly presence: Presence;
  readonly typing: Typists;
  readonly seen: SeenMarkers;
  /** Display names by user name, of everyone we have heard of. */
  readonly names: ReadonlyMap<string, string>;
  /** Undefined until they are loaded. */
  readonly preferences: Preferences | undefined;
  readonly outbox: Outgoing.Outbox;
  /** Of the account's tabs it is this one that sends. */
  readonly sends: boolean;
  /** The browser keeps what is written; else it lives only as long as the page. */
  readonly stores: boolean;
}

export type Action =
  | { type: 'events-received'; events: readonly ServerEvent[]; now: number }
  | { type: 'connection-changed'; connection: ConnectionState }
  | { type: 'room-opened'; room: string }
  | { type: 'room-looked-at'; room: string; watched: boolean }
  | { type: 'room-seen'; room: string; seq: number }
  | { type: 'room-returned' | 'new-line-dismissed'; room: string }
  | { type: 'room-held'; room: string; from: number }
  | { type: 'past-loaded'; room: string; generation: number; place: Place; page: Page }
  | { type: 'reader-moved'; room: string; away: boolean }
  | { type: 'follow-sent'; room: string; now: number }
  | { type: 'own-follow-sent'; now: number }
  | { type: 'history-asked'; room: string }
  | { type: 'history-failed'; room: string; generation: number }
  | { type: 'page-loaded'; room: string; generation: number; page: Page; before?: number }
  | { type: 'snapshot-loaded'; generation: number; facts: RoomSnapshot; page: Page }
  | { type: 'person-found'; person: Person }
  | { type: 'readers-loaded'; room: string; seq: number; usernames: readonly string[] }
  | { type: 'preferences-loaded'; preferences: Preferences }
  | ThreadAction
  | { type: 'me-changed'; me: Me }
  | { type: 'text-written'; text: Omit<Outgoing.OutgoingText, 'progress'> }
  | { type: 'texts-restored' | 'turn-taken'; texts: readonly Outgoing.OutgoingText[] }
  | { type: 'texts-changed-elsewhere'; changes: Changes }
  | { type: 'turn-lost' | 'texts-settled' | 'texts-forgotten' | 'storage-failed' }
  | { type: 'text-sent'; id: string; now: number }
  | { type: 'text-retried'; id: string; freshId: string }
  | { type: 'text-discarded'; id: string }
  | { type: 'time-passed'; now: number };

export const start: Chat = {
  connection: { phase: 'connecting' },
  me: undefined,
  epoch: '',
  own: enterOwn(0, ''),
  limits: { textCodePoints: 4000, presenceLines: 50 },
  rooms: [],
  openRoom: 'general',
  thread: undefined,
  followed: { state: 'unknown', told: new Set() },
  presence: nobody,
  typing: [],
  seen: new Map(),
  names: new Map(),
  preferences: undefined,
  outbox: [],
  sends: false,
  stores: true,
};

export function reduce(chat: Chat, action: Action): Chat {
  switch (action.type) {
    case 'events-received':
      return action.events.reduce((before, event) => receive(forNewcomer(before, event), event, action.now), chat);
    case 'connection-changed':
      return changeConnection(chat, action.connection);
    case 'room-opened':
      return openAnother(chat, action.room);
    case 'room-looked-at':
      return inRoom(chat, action.room, (room) => markNew(room, action.watched));
    case 'room-seen':
      return inRoom(chat, action.room, ({ reading, ...room }) => ({ ...room, reading: see(reading, action.seq) }));
    case 'room-returned':
      return inRoom(chat, action.room, (room) => ({ ...room, reading: { ...room.reading, held: false } }));
    case 'new-line-dismissed':
      return inRoom(chat, action.room, (room) => ({ ...room, newAfter: undefined }));
    case 'room-held':
      return inRoom(chat, action.room, (room) => ({
        ...room,
        newAfter: action.from - 1,
        reading: { ...room.reading, seen: 0, held: true },
      }));
    case 'follow-sent':
      return inRoom(chat, action.room, (room) => asked(room, action.now));
    case 'own-follow-sent':
      return { ...chat, own: asked(chat.own, action.now) };
    case 'history-asked':
      return inRoom(chat, action.room, (room) => ({ ...room, history: 'loading' }));
    case 'history-failed':
      return inRoom(
        chat,
        action.room,
        ifStill(action.generation, (room) => ({ ...room, history: 'unknown' })),
      );
    case 'page-loaded': {
      const { generation, page, before } = action;
      const load = ifStill(generation, (room) => applyPage(room, page, before));
      return settle(meet(inWindow(chat, action.room, load), page.people));
    }
    case 'past-loaded': {
      const { generation, page, place } = action;
      const load = ifStill(generation, (room) => applyPast(room, page, place));
      return meet(inWindow(chat, action.room, load), page.people);
    }
    case 'reader-moved':
      return inRoom(chat, action.room, (room) => (action.away ? { ...room, away: true } : leavePast(room)));
    case 'snapshot-loaded': {
      const { facts, page, generation } = action;
      const load = ifStill(generation, (room) => applySnapshot(room, facts, page));
      return settle(meet(inWindow(chat, facts.id, load), page.people));
    }
    case 'person-found':
      return meet(chat, [action.person]);
    case 'readers-loaded':
      return { ...chat, seen: learnSeen(chat.seen, action.room, action.seq, action.usernames) };
    case 'preferences-loaded':
      // A fact that came meanwhile is newer.
      return { ...chat, preferences: chat.preferences ?? action.preferences };
    case 'thread-opened':
    case 'thread-closed':
    case 'thread-asked':
    case 'thread-failed':
    case 'thread-loaded':
    case 'thread-seen':
    case 'threads-asked':
    case 'threads-failed':
    case 'threads-loaded':
      return reduceThreads(chat, action);
    case 'me-changed':
      return meet({ ...chat, me: action.me }, [action.me]);
    case 'text-written':
      return { ...chat, outbox: Outgoing.write(chat.outbox, action.text) };
    case 'texts-restored':
      return { ...chat, outbox: Outgoing.join(chat.outbox, action.texts) };
    case 'turn-taken':
      return { ...chat, sends: true, outbox: Outgoing.lineLost(Outgoing.join(chat.outbox, action.texts)) };
    case 'texts-changed-elsewhere':
      return { ...chat, outbox: applyChanges(chat.outbox, action.changes) };
    case 'turn-lost':
      return { ...chat, sends: false };
    case 'texts-settled':
      return settle(chat);
    case 'storage-failed':
      return { ...chat, stores: false };
    case 'texts-forgotten':
      return { ...chat, outbox: [] };
    case 'text-sent':
      return { ...chat, outbox: Outgoing.sent(chat.outbox, action.id, action.now) };
    case 'text-retried':
      return { ...chat, outbox: Outgoing.retry(chat.outbox, action.id, action.freshId) };
    case 'text-discarded':
      return { ...chat, outbox: Outgoing.discard(chat.outbox, action.id) };
    case 'time-passed':
      return {
        ...chat,
        typing: stillTyping(chat.typing, action.now),
        own: unanswered(chat.own, action.now),
        rooms: chat.rooms.map((room) => unanswered(room, action.now)),
        outbox: chat.sends ? Outgoing.overdue(chat.outbox, action.now) : chat.outbox,
      };
  }
}

export function openRoom(chat: Chat): Room | undefined {
  return chat.rooms.find(({ id }) => id === chat.openRoom);
}

/** Another account signed in, in another tab: nothing that is known or written here is theirs. */
export function isOther({ me }: Chat, welcome: Welcome): boolean {
  return me !== undefined && me.username !== welcome.me.username;
}

function forNewcomer(chat: Chat, event: ServerEvent): Chat {
  return event.type === 'welcome' && isOther(chat, event) ? { ...start, connection: chat.connection } : chat;
}

function openAnother(chat: Chat, id: string): Chat {
  const leave = (room: Room) => bounded(leavePast({ ...room, newAfter: undefined }), id === room.id);
  const left = inRoom(chat, chat.openRoom, leave);
  const thread = chat.thread?.room === id ? chat.thread : undefined;
  return inRoom({ ...left, openRoom: id, thread }, id, (room) =>
    markNew({ ...room, reading: { ...room.reading, held: false } }, true),
  );
}

function changeConnection(chat: Chat, connection: ConnectionState): Chat {
  if (connection.phase === 'open') return { ...chat, connection };
  const outbox = chat.sends ? Outgoing.lineLost(chat.outbox) : chat.outbox;
  return { ...chat, connection, outbox, sends: false };
}
