import { nameOf } from './room-names.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import { soundOf } from '../state/notifying.ts';
import { unreadThreads } from '../state/threads.ts';
import { text } from '../texts/texts.ts';

/** What the browser's tab shows: how much is for oneself, and whether anything is new at all. */
export function showBadge(chat: Chat): void {
  const counts = chat.rooms.map((room) => ({ kind: room.kind, ...soundOf(room, chat.preferences) }));
  const count = counts.reduce((sum, { kind, unread, mentions }) => sum + (kind === 'direct' ? unread : mentions), 0);
  const room = openRoom(chat);
  const app = text('app.name');
  const name = room ? text('app.title-room', { room: nameOf(room), name: app }) : app;
  document.title = count > 0 ? text('app.title-unread', { count, name }) : name;
  const isNew = counts.some(({ unread }) => unread > 0) || unreadThreads(chat.rooms) > 0;
  const icon = count > 0 ? 'favicon-mention.svg' : isNew ? 'favicon-new.svg' : 'favicon.svg';
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link && !link.href.endsWith(icon)) link.href = `./${icon}`;
}
