import type { OwnEvent, RoomEvent, ServerEvent, Welcome } from '../wire/protocol.ts';
import type { Chat } from './chat.ts';
import { followed } from './following.ts';
import { openThread, tellThread } from './open-thread.ts';
import * as Outgoing from './outbox.ts';
import { advance, enterOwn, isNext } from './own-stream.ts';
import { inRoom, inWindow, meet, settle } from './parts.ts';
import { applyOnline, beginPresence } from './presence.ts';
import { moveMarker } from './reading.ts';
import { applyEvent, enterRoom, markNew, reenterRoom, reset, type Room } from './room.ts';
import { hearSeen } from './receipts.ts';
import { moveThread, threadKey } from './threads.ts';
import { beginTyping, endTyping } from './typing.ts';

/** What an event of the server's makes of the state. */
export function receive(chat: Chat, event: ServerEvent, now: number): Chat {
  switch (event.type) {
    case 'welcome':
      return welcome(chat, event);
    case 'reset':
      if (event.room !== undefined) return withoutThreads(inRoom(chat, event.room, reset), event.room);
      return {
        ...chat,
        preferences: undefined,
        followed: { state: 'unknown', told: new Set() },
        own: { ...chat.own, cursor: event.seq, epoch: chat.epoch, following: 'yes' },
      };
    case 'message': {
      const typing = endTyping(chat.typing, event.room, event.author);
      return settle(receiveFact({ ...chat, typing }, event));
    }
    case 'joined':
      return meet(receiveFact(chat, event), [event.person]);
    case 'left':
    case 'changed':
    case 'owner':
    case 'edited':
    case 'deleted':
    case 'reacted':
    case 'pinned':
    case 'unknown':
      return settle(receiveFact(chat, event));
    case 'typing':
      if (event.username === chat.me?.username) return chat; // One of the reader's own devices.
      return { ...chat, typing: beginTyping(chat.typing, event.room, event.username, now) };
    case 'seen':
      return { ...chat, seen: hearSeen(chat.seen, event) };
    case 'online': {
      const after = new Map(chat.rooms.map(({ id, cursor }) => [id, cursor]));
      const view = { now, me: chat.me?.username ?? '', limit: chat.limits.presenceLines, after };
      return meet({ ...chat, presence: applyOnline(chat.presence, event, view) }, event.came);
    }
    case 'role':
    case 'entered':
    case 'gone':
    case 'read':
    case 'preferences':
    case 'thread':
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

/** The open thread hears what its room takes. */
function receiveFact(chat: Chat, event: RoomEvent): Chat {
  const cursor = ({ rooms }: Chat) => rooms.find(({ id }) => id === event.room)?.cursor;
  const next = inWindow(chat, event.room, (room) => applyEvent(room, event));
  if (!next.thread || cursor(chat) === cursor(next)) return next;
  return { ...next, thread: tellThread(next.thread, event) };
}

/** What was counted there counts no more, and what was loaded may be another history's. */
function withoutThreads(chat: Chat, room: string): Chat {
  const thread = chat.thread?.room === room ? openThread(room, chat.thread.root) : chat.thread;
  return { ...chat, thread, followed: { state: 'unknown', told: new Set() } };
}

/** A fact that the welcome has told already only counts; said again it would undo what came after it. Of preferences and threads it tells nothing. */
function receiveOwn(chat: Chat, event: OwnEvent): Chat {
  const isOfWelcome = event.type !== 'preferences' && event.type !== 'thread';
  const told = (event.seq <= chat.own.told && isOfWelcome) || !isNext(chat.own, event);
  return { ...(told ? chat : applyOwn(chat, event)), own: advance(chat.own, event) };
}

function applyOwn(chat: Chat, event: OwnEvent): Chat {
  switch (event.type) {
    case 'role':
      return { ...chat, me: chat.me && { ...chat.me, role: event.role } };
    case 'entered': {
      const { room } = event;
      const others = chat.rooms.filter(({ id }) => id !== room.id);
      const entered = enterRoom(room, chat.epoch, chat.me?.username ?? '');
      const followed = { state: 'unknown', told: new Set<string>() } as const;
      return meet({ ...chat, rooms: [...others, entered], followed }, room.people ?? []);
    }
    case 'gone':
      return withOpen({ ...chat, rooms: chat.rooms.filter(({ id }) => id !== event.room) });
    case 'read':
      return inRoom(chat, event.room, (room) => ({ ...room, reading: moveMarker(room.reading, event) }));
    case 'preferences':
      return { ...chat, preferences: event.values };
    case 'thread': {
      const told = new Set([...chat.followed.told, threadKey(event.room, event.root)]);
      const moved = inRoom(chat, event.room, (room) => moveThread(room, event));
      const isOpen = chat.thread?.room === event.room && chat.thread.root === event.root;
      const thread = chat.thread && isOpen ? { ...chat.thread, following: event.following } : chat.thread;
      return { ...moved, thread, followed: { ...chat.followed, told } };
    }
    case 'unknown-own':
      return chat;
  }
}

function welcome(chat: Chat, event: Welcome): Chat {
  const { me, limits, epoch, you } = event;
  const rooms = event.rooms.map((facts): Room => {
    const known = chat.rooms.find(({ id }) => id === facts.id);
    return known ? reenterRoom(known, facts) : enterRoom(facts, epoch, me.username);
  });
  const presence = beginPresence(chat.presence, event.online);
  const own = chat.me ? { ...chat.own, told: you.head, following: 'behind' as const } : enterOwn(you.head, epoch);
  const met = [...event.online.people, ...event.rooms.flatMap(({ people }) => people ?? []), me];
  const next = meet(withOpen({ ...chat, me, limits, epoch, own, rooms, presence }), met);
  return chat.me ? next : inRoom(next, next.openRoom, (room) => markNew(room, true));
}

/** A room that is no more, or is not one's own, cannot be open. */
function withOpen(chat: Chat): Chat {
  const { rooms, openRoom } = chat;
  if (rooms.some(({ id }) => id === openRoom)) return chat;
  const home = rooms.find(({ id }) => id === 'general') ?? rooms[0];
  return { ...chat, openRoom: home?.id ?? openRoom, thread: undefined };
}
