// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { targetsFor } from '../src/panels/palette.ts';
import { markedPieces } from '../src/panels/message-entry.ts';
import { reduce, start } from '../src/state/chat.ts';
import { enterRoom } from '../src/state/room.ts';
import { actsOn, rightsOf } from '../src/timeline/message-acts.ts';
import { ada, grace, mallory, message, noon, roomHead, welcome } from './world.ts';

const direct = roomHead({ id: 'd', name: '', kind: 'direct', people: [grace] });
const rooms = [roomHead(), direct, roomHead({ id: 'green', name: 'Green team' })];
const chat = reduce(start, { type: 'events-received', events: [welcome(0, { rooms })], now: noon });
const found = (query: string) =>
  targetsFor(query, chat, [mallory, { username: 'mallory.x-1', displayName: 'Malcolm' }]).map((target) =>
    'room' in target ? target.room.id : target.person.username,
  );

describe('the palette', () => {
  it('finds rooms and people by the beginning of any word', () => {
    expect(found('team gr')).toEqual(['green']);
    expect(found('malc')).toEqual(['mallory.x-1']);
  });

  it('finds a person by the whole user name, whether there is a conversation or not', () => {
    expect(found('mallory.x')).toEqual(['mallory.x-1']);
    expect(found('mallory.x-1')).toEqual(['mallory.x-1']);
    expect(found(grace.username)).toEqual(['d']);
  });

  it('offers a person with whom there is a conversation once, and never oneself', () => {
    expect(found('gr')).toEqual(['d', 'green']);
    expect(found('ada')).toEqual([]);
  });
});

describe('a hit', () => {
  it('marks what was looked for, and copes with ranges that make no sense', () => {
    const pieces = markedPieces('the parser', [
      [4, 10],
      [6, 8],
      [9, 99],
    ]);
    expect(pieces).toEqual([
      { words: 'the ', marked: false },
      { words: 'parser', marked: true },
    ]);
  });
});

describe('what one may do to a message', () => {
  const acts = (head: Parameters<typeof roomHead>[0], author = 'ada', role = ada.role) =>
    actsOn(message(1, { author }), rightsOf(enterRoom(roomHead(head), 'e1', 'ada'), { ...ada, role }));

  it('is more for one’s own', () => {
    expect(acts({})).toEqual(['react', 'reply', 'thread', 'edit', 'pin', 'link', 'unread', 'readers', 'delete']);
    expect(acts({}, 'grace')).not.toContain('edit');
    expect(acts({}, 'grace')).not.toContain('delete');
  });

  it('is to delete those of others for owners and moderators', () => {
    expect(acts({ owner: true }, 'grace')).toContain('delete');
    expect(acts({}, 'grace', 'moderator')).toContain('delete');
  });

  it('is to react, but not to write, where only owners write, and to look where a room is archived', () => {
    expect(acts({ kind: 'announcement' }, 'grace')).toEqual(['react', 'link', 'unread', 'readers']);
    expect(acts({ archived: true })).toEqual(['link', 'unread', 'readers']);
  });
});
