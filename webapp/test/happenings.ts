import type { Message, RoomEvent } from '../src/wire/protocol.ts';
import type { RoomOnServer } from './room-on-server.ts';
import { grace, joined, left, message } from './world.ts';

const authors = ['ada', 'grace', 'mallory'];
const mentions = [['ada'], ['@room'], ['grace'], undefined, undefined];

/** Anything that may happen in a room, to any of its messages, twice as often a new message as anything else. */
export function happening(server: RoomOnServer, seq: number, roll: (sides: number) => number): RoomEvent {
  const fresh = (): Message => {
    const named = mentions[roll(5)];
    const roots = messages.filter(({ thread, state }) => thread === undefined && !state?.deletedBy);
    const root = roll(2) === 0 ? roots.at(-1 - roll(4)) : undefined;
    const place = root && { thread: root.seq, ...(roll(4) === 0 && { also: true }) };
    return message(seq, { author: authors[roll(3)] ?? '', ...(named && { mentions: named }), ...place });
  };
  const messages = server.messages().filter(({ state }) => !state?.deletedBy);
  const target = messages[roll(messages.length || 1)];
  const username = authors[roll(3)] ?? '';
  const fact = { room: 'general', seq, at: `at ${seq}` };
  const kind = roll(12);
  if (!target || kind < 5) return fresh();
  const of = { ...fact, message: target.seq };
  const named = target.mentions && { mentions: target.mentions };
  const { thread, also } = target;
  const remains = thread === undefined ? undefined : server.replies(thread, target.seq);
  const place = thread !== undefined && { thread, ...(also && { also }), ...(remains && { replies: remains }) };
  const others: RoomEvent[] = [
    { ...of, type: 'edited', text: `edited at ${seq}` },
    { ...of, type: 'deleted', author: target.author, by: target.author, ...named, ...place },
    { ...of, type: 'reacted', emoji: ['👍', '🎉'][roll(2)] ?? '', username, on: roll(2) === 0 },
    { ...of, type: 'pinned', on: roll(2) === 0, by: username },
    { ...fact, type: 'changed', name: `name ${seq}`, topic: '', kind: 'public', archived: roll(2) === 0 },
    { ...fact, type: 'owner', username, owner: roll(2) === 0 },
    roll(2) === 0 ? joined(seq, grace) : left(seq),
  ];
  return others[kind - 5] ?? fresh();
}
