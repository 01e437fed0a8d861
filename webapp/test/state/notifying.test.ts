import { describe, expect, it } from 'vitest';
import { isQuiet, levelOf, notable, soundOf, withLevel } from '../../src/state/notifying.ts';
import { type Action, type Chat, reduce, start } from '../../src/state/chat.ts';
import { applyEvent, enterRoom, type Room } from '../../src/state/room.ts';
import type { NotifyLevel, Preferences, RoomHead, ServerEvent } from '../../src/wire/protocol.ts';
import { message, noon, roomHead, welcome } from '../world.ts';

const none: Preferences = { rooms: [] };
const entered = (content: Partial<RoomHead> = {}) => enterRoom(roomHead(content), 'e1', 'ada');
const said = (room: Room) =>
  [message(1), message(2, { mentions: ['ada'] }), message(3, { mentions: ['@room'] }), message(4, { author: 'ada' })]
    .map((event) => ({ ...event, room: room.id }))
    .reduce<Room>((room, event) => applyEvent(room, event), { ...room, following: 'yes' });
const told = (room: Room, level: NotifyLevel, after = 0) => notable(room, after, level).map(({ seq }) => seq);

describe('a notification', () => {
  it('comes for what the room’s level says, and never for one’s own', () => {
    const room = said(entered());
    expect(told(room, 'all')).toEqual([1, 2, 3]);
    expect(told(room, 'mentions')).toEqual([2, 3]);
    expect(told(room, 'nothing')).toEqual([]);
  });

  it('comes for every direct message, unless the conversation is muted', () => {
    const room = said(entered({ kind: 'direct' }));
    expect(told(room, 'mentions')).toEqual([1, 2, 3]);
    expect(told(room, 'nothing')).toEqual([]);
  });

  it('does not come twice, nor for what was read here or on another device', () => {
    const room = said(entered());
    expect(told(room, 'all', 2)).toEqual([3]);
    expect(told({ ...room, reading: { ...room.reading, upTo: 2 } }, 'all')).toEqual([3]);
    expect(told({ ...room, reading: { ...room.reading, seen: 3 } }, 'all')).toEqual([]);
  });

  it('keeps quiet in the hours that were chosen, over midnight too', () => {
    const quiet = (from: string, to: string, time: string) => isQuiet({ rooms: [], quiet: { from, to } }, time);
    expect(['21:59', '22:00', '23:30', '06:59', '07:00'].map((time) => quiet('22:00', '07:00', time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(['12:59', '13:00', '14:00'].map((time) => quiet('13:00', '14:00', time))).toEqual([false, true, false]);
    expect(isQuiet(none, '03:00')).toBe(false);
  });
});

describe('preferences', () => {
  const run = (chat: Chat, ...actions: Action[]) => actions.reduce(reduce, chat);
  const events = (...received: ServerEvent[]): Action => ({ type: 'events-received', events: received, now: noon });
  const changed = (seq: number, values: Preferences): ServerEvent => {
    return { type: 'preferences', user: 'ada', seq, at: '', values };
  };
  const muted = withLevel(none, 'general', 'nothing');

  it('leave of a muted room nothing but mentions', () => {
    const room = said(entered());
    expect(soundOf(room, none)).toEqual({ unread: 3, mentions: 2 });
    expect(soundOf(room, muted)).toEqual({ unread: 2, mentions: 2 });
  });

  it('name the rooms that are not as usual', () => {
    expect(levelOf(undefined, 'general')).toBe('mentions');
    expect(levelOf(muted, 'general')).toBe('nothing');
    expect(withLevel(withLevel(muted, 'general', 'all'), 'general', 'mentions')).toEqual(none);
  });

  it('are what another device said last, whatever was on its way here', () => {
    const loaded: Action = { type: 'preferences-loaded', preferences: none };
    expect(run(start, events(welcome()), loaded).preferences).toEqual(none);
    expect(run(start, events(welcome()), events(changed(1, muted)), loaded).preferences).toEqual(muted);
  });

  it('are heard of a line later too, since a welcome does not tell them', () => {
    const again = welcome(0, { you: { head: 1 } });
    expect(run(start, events(welcome()), events(again, changed(1, muted))).preferences).toEqual(muted);
  });

  it('are loaded anew after a reset', () => {
    const reset = events({ type: 'reset', user: 'ada', seq: 9 });
    expect(run(start, events(welcome()), events(changed(1, muted)), reset).preferences).toBeUndefined();
  });
});
