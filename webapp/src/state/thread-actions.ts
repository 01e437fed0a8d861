import type { FollowedPage, ThreadPage } from '../wire/thread-records.ts';
import type { Chat } from './chat.ts';
import { applyThreadPage, openThread } from './open-thread.ts';
import { inRoom, meet } from './parts.ts';
import { knowThread, listThreads, seeThread } from './threads.ts';

/** Whether the page has the list of the threads that the reader follows; `told` are those of which facts came while it was on its way. */
export interface FollowedList {
  readonly state: 'unknown' | 'loading' | 'known';
  readonly told: ReadonlySet<string>;
}

export type ThreadAction =
  | { type: 'thread-opened'; room: string; root: number }
  | { type: 'thread-closed' | 'thread-asked' | 'threads-asked' | 'threads-failed' }
  | { type: 'thread-failed'; room: string; root: number }
  | { type: 'thread-loaded'; room: string; root: number; page: ThreadPage; before?: number }
  | { type: 'thread-seen'; room: string; root: number; seq: number }
  | { type: 'threads-loaded'; page: FollowedPage };

export function reduceThreads(chat: Chat, action: ThreadAction): Chat {
  switch (action.type) {
    case 'thread-opened':
      return isOpen(chat, action) ? chat : { ...chat, thread: openThread(action.room, action.root) };
    case 'thread-closed':
      return { ...chat, thread: undefined };
    case 'thread-asked':
      return { ...chat, thread: chat.thread && { ...chat.thread, history: 'loading' } };
    case 'thread-failed':
      return chat.thread && isOpen(chat, action) ? { ...chat, thread: { ...chat.thread, history: 'unknown' } } : chat;
    case 'thread-loaded': {
      const { page, before } = action;
      const room = chat.rooms.find(({ id }) => id === action.room);
      if (!room || !chat.thread || !isOpen(chat, action)) return chat;
      const thread = applyThreadPage(chat.thread, room, page, before);
      return meet({ ...inRoom(chat, room.id, (known) => knowThread(known, page)), thread }, page.people);
    }
    case 'thread-seen':
      return inRoom(chat, action.room, (room) => seeThread(room, action.root, action.seq));
    case 'threads-asked':
      return { ...chat, followed: { state: 'loading', told: new Set() } };
    case 'threads-failed':
      return { ...chat, followed: { state: 'unknown', told: new Set() } };
    case 'threads-loaded': {
      const { threads, people } = action.page;
      const rooms = chat.rooms.map((room) => listThreads(room, threads, chat.followed.told));
      return meet({ ...chat, rooms, followed: { state: 'known', told: new Set() } }, people);
    }
  }
}

function isOpen({ thread }: Chat, { room, root }: { room: string; root: number }): boolean {
  return thread?.room === room && thread.root === root;
}
