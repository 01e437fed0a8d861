import type { RoomSnapshot } from '../http/api.ts';
import type { ConnectionState } from '../wire/connection.ts';
import type { Limits, Me, OwnEvent, Page, Person, ServerEvent, Welcome } from '../wire/protocol.ts';
import { asked, followed, unanswered } from './following.ts';
import { applyChanges, type Changes } from './outbox-changes.ts';
import * as Outgoing from './outbox.ts';
import { advance, enterOwn, isNext, type OwnStream } from './own-stream.ts';
import { applyOnline, beginPresence, nobody, type Presence } from './presence.ts';
import { applyEvent, applyPage, applySnapshot, enterRoom, reenterRoom, reset, type Room } from './room.ts';

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
  readonly presence: Presence;
  /** Display names by user name, of everyone we have heard of. */
  readonly names: ReadonlyMap<string, string>;
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
  | { type: 'room-read'; room: string; seq: number }
  | { type: 'follow-sent'; room: string; now: number }
  | { type: 'own-follow-sent'; now: number }
  | { type: 'history-asked'; room: string }
  | { type: 'history-failed'; room: string; generation: number }
  | { type: 'page-loaded'; room: string; generation: number; page: Page }
  | { type: 'snapshot-loaded'; generation: number; facts: RoomSnapshot; page: Page }
  | { type: 'person-found'; person: Person }
  | { type: 'me-changed'; me: Me }
  | { type: 'text-written'; id: string; room: string; text: string; at: number }
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
  presence: nobody,
  names: new Map(),
  outbox: [],
  sends: false,
  stores: true,
};

export function reduce(chat: Chat, action: Action): Chat {
  switch (action.type) {
    case 'events-received':
      return action.events.reduce((before, event) => receive(before, event, action.now), chat);
    case 'connection-changed':
      return changeConnection(chat, action.connection);
    case 'room-opened':
      return { ...chat, openRoom: action.room };
    case 'room-read':
      return inRoom(chat, action.room, (room) => ({ ...room, readUpTo: Math.max(room.readUpTo, action.seq) }));
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
    case 'page-loaded':
      return settle(
        meet(
          inRoom(
            chat,
            action.room,
            ifStill(action.generation, (room) => applyPage(room, action.page)),
          ),
          action.page.people,
        ),
      );
    case 'snapshot-loaded': {
      const { facts, page, generation } = action;
      return settle(
        meet(
          inRoom(
            chat,
            facts.id,
            ifStill(generation, (room) => applySnapshot(room, facts, page)),
          ),
          page.people,
        ),
      );
    }
    case 'person-found':
      return meet(chat, [action.person]);
    case 'me-changed':
      return meet({ ...chat, me: action.me }, [action.me]);
    case 'text-written': {
      const { id, room, text, at } = action;
      return { ...chat, outbox: Outgoing.write(chat.outbox, { id, room, text, at }) };
    }
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
        own: unanswered(chat.own, action.now),
        rooms: chat.rooms.map((room) => unanswered(room, action.now)),
        outbox: chat.sends ? Outgoing.overdue(chat.outbox, action.now) : chat.outbox,
      };
  }
}

export function openRoom(chat: Chat): Room | undefined {
  return chat.rooms.find(({ id }) => id === chat.openRoom);
}

function receive(chat: Chat, event: ServerEvent, now: number): Chat {
  switch (event.type) {
    case 'welcome':
      return welcome(isOther(chat, event) ? { ...start, connection: chat.connection } : chat, event);
    case 'reset':
      if (event.room !== undefined) return inRoom(chat, event.room, reset);
      return { ...chat, own: { ...chat.own, cursor: event.seq, epoch: chat.epoch, following: 'yes' } };
    case 'message':
    case 'left':
    case 'unknown':
      return settle(inRoom(chat, event.room, (room) => applyEvent(room, event)));
    case 'joined':
      return meet(
        inRoom(chat, event.room, (room) => applyEvent(room, event)),
        [event.person],
      );
    case 'online': {
      const after = new Map(chat.rooms.map(({ id, cursor }) => [id, cursor]));
      const view = { now, me: chat.me?.username ?? '', limit: chat.limits.presenceLines, after };
      return meet({ ...chat, presence: applyOnline(chat.presence, event, view) }, event.came);
    }
    case 'role':
    case 'unknown-own':
      return chat.me?.username === event.user ? receiveOwn(chat, event) : chat;
    case 'ack':
      return settle({ ...chat, outbox: Outgoing.acked(chat.outbox, event) });
    case 'refused':
      return { ...chat, outbox: Outgoing.refused(chat.outbox, event, now) };
    case 'followed':
      return event.room === undefined ? { ...chat, own: followed(chat.own) } : inRoom(chat, event.room, followed);
    case 'renewed':
      return chat;
  }
}

function receiveOwn(chat: Chat, event: OwnEvent): Chat {
  const me = chat.me && event.type === 'role' && isNext(chat.own, event) ? { ...chat.me, role: event.role } : chat.me;
  return { ...chat, me, own: advance(chat.own, event) };
}

/** Another account signed in, in another tab: nothing that is known or written here is theirs. */
export function isOther({ me }: Chat, welcome: Welcome): boolean {
  return me !== undefined && me.username !== welcome.me.username;
}

function welcome(chat: Chat, event: Welcome): Chat {
  const rooms = event.rooms.map((facts) => {
    const known = chat.rooms.find(({ id }) => id === facts.id);
    return known ? reenterRoom(known, facts) : enterRoom(facts, event.epoch);
  });
  const open = rooms.some(({ id }) => id === chat.openRoom) ? chat.openRoom : (rooms[0]?.id ?? chat.openRoom);
  const presence = beginPresence(chat.presence, event.online);
  const own: OwnStream = chat.me ? { ...chat.own, following: 'behind' } : enterOwn(event.you.head, event.epoch);
  const { me, limits, epoch } = event;
  return meet({ ...chat, me, limits, epoch, own, rooms, openRoom: open, presence }, [...event.online.people, me]);
}

function changeConnection(chat: Chat, connection: ConnectionState): Chat {
  if (connection.phase === 'open') return { ...chat, connection };
  const outbox = chat.sends ? Outgoing.lineLost(chat.outbox) : chat.outbox;
  return { ...chat, connection, outbox, sends: false };
}

function inRoom(chat: Chat, id: string, change: (room: Room) => Room): Chat {
  return { ...chat, rooms: chat.rooms.map((room) => (room.id === id ? change(room) : room)) };
}

/** What was loaded for a room that was reset or met on a new line since is dropped. */
function ifStill(generation: number, change: (room: Room) => Room): (room: Room) => Room {
  return (room) => (room.generation === generation ? change(room) : room);
}

function meet(chat: Chat, people: readonly Person[]): Chat {
  if (people.every(({ username, displayName }) => chat.names.get(username) === displayName)) return chat;
  const met = people.map(({ username, displayName }) => [username, displayName] as const);
  return { ...chat, names: new Map([...chat.names, ...met]) };
}

/** Own texts whose message has arrived leave the outbox. */
function settle(chat: Chat): Chat {
  if (chat.outbox.length === 0) return chat;
  const outbox = chat.rooms.reduce((texts, room) => {
    const own = room.messages.filter(({ author }) => author === chat.me?.username);
    const ids = new Set(own.map(({ id }) => id));
    return Outgoing.arrived(texts, room.id, ids, room.cursor);
  }, chat.outbox);
  return { ...chat, outbox };
}
