import { describe, expect, it } from 'vitest';
import type { OutgoingText } from '../../src/state/outbox.ts';
import type { PresenceLine } from '../../src/state/presence.ts';
import { rows } from '../../src/timeline/rows.ts';
import { message, minute, noon } from '../world.ts';

const at = (ms: number) => new Date(ms).toISOString();
const line = (after: number): PresenceLine => ({
  key: `presence-${after}`,
  kind: 'came',
  usernames: ['grace'],
  at: noon,
  after: new Map([['general', after]]),
});
const outgoing: OutgoingText = {
  id: 'o',
  room: 'general',
  text: 'hi',
  at: noon,
  progress: { step: 'waiting', notBefore: 0 },
};
const none = { messages: [], older: false, lines: [], outgoing: [], me: 'ada' };
const drawn = (material: Partial<Parameters<typeof rows>[0]>) =>
  rows({ ...none, ...material }).map((row) =>
    row.kind === 'message' ? `${row.author}${row.first ? ' first' : ''}` : row.kind,
  );

describe('the rows of a timeline', () => {
  it('group the messages of one author', () => {
    const messages = [message(1), message(2), message(3, { author: 'ada' }), message(4)];
    expect(drawn({ messages })).toEqual(['day', 'grace first', 'grace', 'ada first', 'grace first']);
  });

  it('begin a new group after five minutes', () => {
    const messages = [
      message(1, { at: at(noon) }),
      message(2, { at: at(noon + 5 * minute - 1) }),
      message(3, { at: at(noon + 10 * minute) }),
    ];
    expect(drawn({ messages })).toEqual(['day', 'grace first', 'grace', 'grace first']);
  });

  it('begin each day with its name, and a group with the day', () => {
    const midnight = new Date(2026, 0, 6).getTime();
    const messages = [message(1, { at: at(midnight - 1000) }), message(2, { at: at(midnight) })];
    expect(drawn({ messages })).toEqual(['day', 'grace first', 'day', 'grace first']);
  });

  it('put presence where it was seen, and groups begin anew below it', () => {
    expect(drawn({ messages: [message(1), message(2)], lines: [line(1)] })).toEqual([
      'day',
      'grace first',
      'presence',
      'grace first',
    ]);
    expect(drawn({ messages: [message(1)], lines: [line(1)] })).toEqual(['day', 'grace first', 'presence']);
  });

  it('leave out presence of before the first message while there are older ones', () => {
    const material = { messages: [message(2), message(3)], lines: [line(1), line(2)] };
    expect(drawn({ ...material, older: true })).toEqual(['day', 'grace first', 'presence', 'grace first']);
    expect(drawn({ ...material, older: false })).toHaveLength(5);
  });

  it('have a day once, though this clock is behind the server’s at midnight', () => {
    const midnight = new Date(2026, 0, 6).getTime();
    const messages = [message(1, { at: at(midnight - 2000) }), message(2, { at: at(midnight) })];
    const keys = rows({ ...none, messages, outgoing: [{ ...outgoing, at: midnight - 1000 }] }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have a line above the first new message of another', () => {
    const messages = [message(1), message(2, { author: 'ada' }), message(3), message(4)];
    const kinds = ['day', 'grace first', 'ada first', 'new', 'grace first', 'grace'];
    expect(drawn({ messages, newAfter: 1 })).toEqual(kinds);
    expect(drawn({ messages, newAfter: 4 })).not.toContain('new');
    expect(drawn({ messages: [message(3)], older: true, newAfter: 1 })).not.toContain('new');
    expect(drawn({ messages: [message(3)], older: true, newAfter: 2 })).toContain('new');
  });

  it('begin a group with a reply, which shows what it answers', () => {
    expect(drawn({ messages: [message(1), message(2, { replyTo: 1 })] })).toEqual([
      'day',
      'grace first',
      'grace first',
    ]);
  });

  it('end with what is on its way', () => {
    const messages = [message(1, { author: 'ada', at: at(noon) })];
    expect(drawn({ messages, outgoing: [outgoing] })).toEqual(['day', 'ada first', 'ada']);
  });

  it('give a text the same key before and after it arrived', () => {
    const [before] = rows({ ...none, outgoing: [outgoing] }).slice(1);
    const [after] = rows({ ...none, messages: [message(1, { id: 'o', author: 'ada' })] }).slice(1);
    expect(before?.key).toBe(after?.key);
  });
});
