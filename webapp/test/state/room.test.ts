import { describe, expect, it } from 'vitest';
import { asked, followed, unanswered } from '../../src/state/following.ts';
import { applyEvent, applySnapshot, enterRoom, reenterRoom, reset, type Room } from '../../src/state/room.ts';
import { applyPage, applyPast, messageOf } from '../../src/state/window.ts';
import type { RoomEvent } from '../../src/wire/protocol.ts';
import { dice, joined, left, mallory, message, page, roomHead } from '../world.ts';
import { happening } from '../happenings.ts';
import { RoomOnServer } from '../room-on-server.ts';

const facts = { ...roomHead(), epoch: 'e1' };
const live = (room: Room) => followed(asked(room, 0));
const entered = () => live(enterRoom(facts, 'e1', 'ada'));
const known = ({ cursor, members, messages, name, topic, kind, archived, owner }: Room) => {
  return { cursor, members, messages, name, topic, kind, archived, owner };
};

describe('a room', () => {
  it('takes messages in the order of their numbers', () => {
    const room = [message(1), message(2)].reduce((room, event) => applyEvent(room, event), entered());
    expect(room.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(room.cursor).toBe(2);
  });

  it('counts those who join and leave', () => {
    const room = [joined(1, mallory), joined(2), left(3)].reduce((room, event) => applyEvent(room, event), entered());
    expect(room).toMatchObject({ members: 3, cursor: 3 });
  });

  it('passes over an event of a newer server without seeing a gap', () => {
    const room = [{ type: 'unknown', room: 'general', seq: 1 } as const, message(2)].reduce(
      (room, event) => applyEvent(room, event),
      entered(),
    );
    expect(room).toMatchObject({ cursor: 2, following: 'yes' });
  });

  it('keeps one of two equal events', () => {
    const room = [message(1), message(1)].reduce((room, event) => applyEvent(room, event), entered());
    expect(room.messages).toHaveLength(1);
  });

  it('does not apply an event beyond a gap, and asks to be followed again', () => {
    const room = [message(1), message(3)].reduce((room, event) => applyEvent(room, event), entered());
    expect(room).toMatchObject({ cursor: 1, following: 'behind' });
    expect([message(2), message(3)].reduce((room, event) => applyEvent(room, event), live(room)).messages).toHaveLength(
      3,
    );
  });

  it('asks only once for what is missing', () => {
    const room = asked(applyEvent(entered(), message(2)), 0);
    expect(applyEvent(room, message(3)).following).toBe('asked');
  });

  it('asks again when nobody answered in time', () => {
    const room = asked(enterRoom(facts, 'e1', 'ada'), 1000);
    expect(unanswered(room, 15_999).following).toBe('asked');
    expect(unanswered(room, 16_000).following).toBe('behind');
    expect(unanswered(followed(room), 99_000).following).toBe('yes');
  });

  it('keeps what it knows over a new line and has to be followed again', () => {
    const room = reenterRoom(applyEvent(entered(), message(1)), { ...facts, head: 9, name: 'lobby', members: 8 });
    expect(room).toMatchObject({ cursor: 1, following: 'behind', name: 'lobby', members: 2 });
    expect(room.messages).toHaveLength(1);
  });

  it('merges older pages and knows the beginning', () => {
    const room = applyPage({ ...entered(), cursor: 3, messages: [message(3)] }, page([message(1), message(2)]));
    expect(room.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(room).toMatchObject({ complete: true, history: 'known' });
  });

  it('is complete when there is nothing older', () => {
    expect(applyPage({ ...entered(), messages: [message(1)] }, page([])).complete).toBe(true);
    expect(applyPage(entered(), page([message(7)], { more: true })).complete).toBe(false);
  });

  it('keeps events that come between a reset and the fresh snapshot', () => {
    const waiting = [message(91), message(92)].reduce((room, event) => applyEvent(room, event), reset(entered()));
    expect(waiting.messages).toEqual([]);
    const room = applySnapshot(
      waiting,
      { ...facts, head: 91, members: 7 },
      page([message(90), message(91)], { more: true }),
    );
    expect(room).toMatchObject({ cursor: 92, members: 7, following: 'yes', complete: false });
    expect(room.messages.map(({ seq }) => seq)).toEqual([90, 91, 92]);
  });

  it('forgets everything of another epoch', () => {
    const old = [message(1), message(2)].reduce((room, event) => applyEvent(room, event), entered());
    const room = applySnapshot(
      reset(old),
      { ...roomHead({ head: 1 }), epoch: 'e2' },
      page([message(1, { text: 'restored' })]),
    );
    expect(room.messages.map(({ text }) => text)).toEqual(['restored']);
    expect(room).toMatchObject({ epoch: 'e2', cursor: 1, reading: { upTo: 1, seen: 0 } });
  });
});

describe('the law: an old snapshot and the events after it give a fresh snapshot', () => {
  it.each([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])('holds over lost, doubled and late events (seed %i)', (seed) => {
    const roll = dice(seed);
    const server = new RoomOnServer();
    const happen = () => server.add((seq) => happening(server, seq, roll));
    for (let i = roll(60); i > 0; i--) happen();
    let room = applyPage(live(enterRoom(server.facts(), 'e1', 'ada')), server.page(1000));
    for (let step = 0; step < 300; step++) {
      const event = happen();
      const fate = roll(10);
      if (fate < 6) room = applyEvent(room, event);
      else if (fate === 7) room = [event, event].reduce((room, event) => applyEvent(room, event), room);
      else if (fate === 8) room = resume(reenterRoom(room, server.facts()), server.after(room.cursor));
      else if (fate === 9) room = startAfresh(room, server, happen);
      if (room.following === 'behind') room = resume(room, server.after(room.cursor));
    }
    room = resume(reenterRoom(room, server.facts()), server.after(room.cursor));
    expect(known(room)).toEqual(known(applyPage(enterRoom(server.facts(), 'e1', 'ada'), server.page(1000))));
  });

  it('holds for a page that was read before events that came first', () => {
    const server = new RoomOnServer();
    [1, 2, 3].forEach(() => server.add((seq) => message(seq)));
    const old = server.page();
    const room = live(enterRoom(server.facts(), 'e1', 'ada'));
    server.add((seq) => ({ ...change(seq), type: 'edited', message: 1, text: 'better' }));
    server.add((seq) => ({ ...change(seq), type: 'deleted', message: 2, author: 'grace', by: 'grace' }));
    const late = applyPage(
      server.after(3).reduce((room, event) => applyEvent(room, event), room),
      old,
    );
    expect(late.messages).toEqual(server.messages());
    expect(late.messages.map(({ text }) => text)).toEqual(['better', '', 'text 3']);
  });

  it('holds in the part of the history that the reader jumped to, which joins the newest part where they meet', () => {
    const messages = Array.from({ length: 20 }, (_, i) => message(i + 1));
    const room = applyPage({ ...entered(), cursor: 20 }, page(messages.slice(15), { more: true }));
    const around = { head: 20, more: true, moreAfter: true };
    const away = applyPast(room, page(messages.slice(4, 8), around), { where: 'around', seq: 6 });
    expect(away.past?.messages.map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
    const edited = applyEvent(away, { ...change(21), type: 'edited', message: 6, text: 'better' });
    expect(messageOf(edited, 6)).toMatchObject({ text: 'better', state: { editedAt: '' } });
    const nearer = applyPast(edited, page(messages.slice(8, 12), { head: 21, more: true }), { where: 'after', seq: 8 });
    expect(nearer.past?.messages).toHaveLength(8);
    const joinedUp = applyPast(nearer, page(messages.slice(12, 17), { head: 21, more: true }), {
      where: 'after',
      seq: 12,
    });
    expect(joinedUp).toMatchObject({ past: undefined, complete: false });
    expect(joinedUp.messages.map(({ seq }) => seq)).toEqual(messages.slice(4).map(({ seq }) => seq));
  });

  const change = (seq: number) => ({ room: 'general', seq, at: '' });
  const resume = (room: Room, missed: RoomEvent[]) =>
    missed.reduce((room, event) => applyEvent(room, event), live(room));

  function startAfresh(room: Room, server: RoomOnServer, happen: () => RoomEvent): Room {
    const waiting = [happen(), happen()].reduce((room, event) => applyEvent(room, event), reset(room));
    const snapshot = server.facts();
    const late = applyEvent(waiting, happen());
    return applySnapshot(late, snapshot, server.page(1000));
  }
});
