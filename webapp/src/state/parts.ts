import type { Person } from '../wire/protocol.ts';
import type { Chat } from './chat.ts';
import * as Outgoing from './outbox.ts';
import type { Room } from './room.ts';
import { bounded } from './window.ts';

export function inRoom(chat: Chat, id: string, change: (room: Room) => Room): Chat {
  return { ...chat, rooms: chat.rooms.map((room) => (room.id === id ? change(room) : room)) };
}

/** A change that may bring messages: no more of them stay than the window holds. */
export function inWindow(chat: Chat, id: string, change: (room: Room) => Room): Chat {
  return inRoom(chat, id, (room) => bounded(change(room), id === chat.openRoom));
}

/** What was loaded for a room that was reset or met on a new line since is dropped. */
export function ifStill(generation: number, change: (room: Room) => Room): (room: Room) => Room {
  return (room) => (room.generation === generation ? change(room) : room);
}

export function meet(chat: Chat, people: readonly Person[]): Chat {
  if (people.every(({ username, displayName }) => chat.names.get(username) === displayName)) return chat;
  const met = people.map(({ username, displayName }) => [username, displayName] as const);
  return { ...chat, names: new Map([...chat.names, ...met]) };
}

/** Own texts whose message has arrived leave the outbox. */
export function settle(chat: Chat): Chat {
  if (chat.outbox.length === 0) return chat;
  const outbox = chat.rooms.reduce((texts, room) => {
    const own = [...room.messages, ...room.asides].filter(({ author }) => author === chat.me?.username);
    const ids = new Set(own.map(({ id }) => id));
    return Outgoing.arrived(texts, room.id, ids, room.cursor);
  }, chat.outbox);
  return { ...chat, outbox };
}
