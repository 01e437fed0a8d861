import { describe, expect, it, vi } from 'vitest';
import { SeenAsking } from '../../src/chat/seen-asking.ts';
import { type Action, type Chat, openRoom, reduce, start } from '../../src/state/chat.ts';
import { seersBelow } from '../../src/state/receipts.ts';
import type { ServerEvent } from '../../src/wire/protocol.ts';
import { grace, mallory, message, noon, page, roomHead, welcome } from '../world.ts';

const run = (chat: Chat, ...actions: Action[]) => actions.reduce(reduce, chat);
const events = (...received: ServerEvent[]): Action => ({ type: 'events-received', events: received, now: noon });
const seen = (username: string, upTo: number): Action => events({ type: 'seen', room: 'd', username, upTo });
const own = (seq: number) => message(seq, { room: 'd', author: 'ada' });

/** Ada wrote 1 and 3, Grace 2, in the direct room of three. */
const chat = run(
  start,
  events(welcome(0, { rooms: [roomHead({ id: 'd', head: 3, kind: 'direct', people: [grace, mallory] })] })),
  { type: 'connection-changed', connection: { phase: 'open' } },
  { type: 'room-opened', room: 'd' },
  { type: 'page-loaded', room: 'd', generation: 0, page: page([own(1), message(2, { room: 'd' }), own(3)]) },
  { type: 'preferences-loaded', preferences: { rooms: [] } },
);
const below = (now: Chat) => {
  const room = openRoom(now);
  return room && seersBelow(room, now);
};

describe('who has seen the last message', () => {
  it('is told as they read on, by everybody at last', () => {
    expect(below(chat)).toBeUndefined();
    expect(below(run(chat, seen('grace', 2)))).toBeUndefined();
    const one = run(chat, seen('grace', 3));
    expect(below(one)).toEqual({ seq: 3, usernames: ['grace'], everybody: false });
    expect(below(run(one, seen('mallory', 4)))).toEqual({ seq: 3, usernames: ['grace', 'mallory'], everybody: true });
  });

  it('is gone with the next message, and with one who no longer tells', () => {
    const one = run(chat, seen('grace', 3));
    expect(below(run(one, seen('grace', 0)))).toBeUndefined();
    expect(below(run(one, events({ type: 'followed', room: 'd', head: 3 }, own(4))))).toBeUndefined();
  });

  it('is not told to one who does not tell', () => {
    const off = { ...run(chat, seen('grace', 3)), preferences: { rooms: [], receipts: false } };
    expect(below(off)).toBeUndefined();
  });

  it('is nothing of rooms that are not direct', () => {
    const open = run(start, events(welcome(0)), events({ type: 'seen', room: 'general', username: 'grace', upTo: 9 }));
    expect(below(open)).toBeUndefined();
  });
});

describe('asking who has seen the last message', () => {
  const asking = () => {
    const asked: number[] = [];
    let now = chat;
    const learn = (room: string, seq: number, usernames: readonly string[]) => {
      now = reduce(now, { type: 'readers-loaded', room, seq, usernames });
    };
    const readers = ({ seq }: { seq: number }) => {
      asked.push(seq);
      return Promise.resolve({ people: [grace], count: 1 });
    };
    const seenAsking = new SeenAsking(readers, learn);
    return { asked, update: (next: Chat) => seenAsking.update(next), chat: () => now };
  };

  it('happens once a visit, and anew after a lost line', async () => {
    const { asked, update, chat: now } = asking();
    update(chat);
    update(chat);
    expect(asked).toEqual([3]);
    await vi.waitFor(() => expect(below(now())?.usernames).toEqual(['grace']));
    update({ ...chat, connection: { phase: 'offline' } });
    update(chat);
    expect(asked).toEqual([3, 3]);
  });

  it('waits for the preferences, and does not happen where one does not tell', () => {
    const { asked, update } = asking();
    update({ ...chat, preferences: undefined });
    update({ ...chat, preferences: { rooms: [], receipts: false } });
    expect(asked).toEqual([]);
  });

  it('takes nobody back who was told to be further', () => {
    const further = run(chat, seen('grace', 7), { type: 'readers-loaded', room: 'd', seq: 3, usernames: ['grace'] });
    expect(further.seen.get('d')?.get('grace')).toBe(7);
  });
});
