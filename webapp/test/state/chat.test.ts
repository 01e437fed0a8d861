import { describe, expect, it } from 'vitest';
import { type Action, type Chat, openRoom, reduce, start } from '../../src/state/chat.ts';
import type { Role, ServerEvent } from '../../src/wire/protocol.ts';
import { ada, grace, joined, mallory, message, minute, noon, online, page, roomHead, welcome } from '../world.ts';

const run = (...actions: Action[]): Chat => actions.reduce(reduce, start);
const events = (...received: ServerEvent[]): Action => ({ type: 'events-received', events: received, now: noon });
const asked: Action = { type: 'follow-sent', room: 'general', now: noon };
const followed: ServerEvent = { type: 'followed', room: 'general', head: 0 };
const ownAsked: Action = { type: 'own-follow-sent', now: noon };
const ownFollowed: ServerEvent = { type: 'followed', user: 'ada', head: 0 };
const turn: Action = { type: 'turn-taken', texts: [] };
const written: Action = { type: 'text-written', text: { id: 'mine', room: 'general', text: 'hi', at: noon } };
const lines = (chat: Chat) => chat.presence.lines.map(({ kind, usernames }) => [kind, ...usernames]);

describe('the chat', () => {
  it('is entered with a welcome', () => {
    const chat = run(events(welcome(7)));
    expect(chat.me).toEqual(ada);
    expect(openRoom(chat)).toMatchObject({ id: 'general', cursor: 7, following: 'behind', history: 'unknown' });
    expect(chat.presence.people).toEqual([ada]);
  });

  it('begins anew for another account', () => {
    const other = events(welcome(3, { me: { ...grace, role: 'member' } }));
    const chat = run(events(welcome()), asked, events(followed, message(1)), written, other);
    expect(chat).toEqual(run(other));
  });

  it('opens the first room when there is no general', () => {
    const rooms = [roomHead({ id: 'lobby' })];
    expect(run(events(welcome(0, { rooms }))).openRoom).toBe('lobby');
  });

  it.each<[string, ServerEvent]>([
    ['a reset', { type: 'reset', room: 'general', seq: 90 }],
    ['a new line', welcome(90)],
  ])('drops what was loaded before %s', (_, event) => {
    const facts = { ...roomHead({ head: 9 }), epoch: 'e0' };
    const chat = run(events(welcome()), { type: 'history-asked', room: 'general' }, events(event), {
      type: 'history-asked',
      room: 'general',
    });
    const late = { room: 'general', generation: 0 };
    for (const action of [
      { type: 'page-loaded', ...late, page: page([message(9)]) },
      { type: 'snapshot-loaded', ...late, facts, page: page([message(9)]) },
      { type: 'history-failed', ...late },
    ] as const)
      expect(openRoom(reduce(chat, action))).toEqual(openRoom(chat));
  });

  it('draws a line for those who come and one for those who go, never for oneself', () => {
    const chat = run(events(welcome()), events(online([grace, ada], []), online([], ['grace'])));
    expect(lines(chat)).toEqual([
      ['came', 'grace'],
      ['went', 'grace'],
    ]);
  });

  it('joins several who come within a moment into one line, until a message comes between', () => {
    const chat = run(
      events(welcome()),
      asked,
      events(followed, online([grace], []), online([mallory], []), message(1)),
    );
    expect(lines(chat)).toEqual([['came', 'grace', 'mallory']]);
    expect(lines(reduce(chat, events(online([mallory], []))))).toHaveLength(2);
  });

  it('draws no line for a reconnect of its own', () => {
    const chat = run(events(welcome()), events(welcome(0, { online: { count: 2, people: [ada, grace] } })));
    expect(lines(chat)).toEqual([]);
    expect(chat.presence.count).toBe(2);
  });

  it('draws no lines in a crowd, but keeps the list', () => {
    const chat = run(events(welcome()), events(online([grace], [], 51)));
    expect(lines(chat)).toEqual([]);
    expect(chat.presence.people).toContainEqual(grace);
  });

  it('learns names wherever they are told', () => {
    const chat = run(events(welcome()), asked, events(followed, joined(1, mallory)), {
      type: 'page-loaded',
      room: 'general',
      generation: 0,
      page: page([message(1)]),
    });
    expect(Object.fromEntries(chat.names)).toMatchObject({
      ada: 'Ada Lovelace',
      mallory: 'Mallory',
      grace: 'Grace Hopper',
    });
    expect(reduce(chat, { type: 'person-found', person: { ...grace, displayName: 'G.' } }).names.get('grace')).toBe(
      'G.',
    );
  });

  it('follows a change of its own role only', () => {
    const role = { type: 'role', seq: 1, at: '', role: 'admin' } as const;
    expect(run(events(welcome(), { ...role, user: 'grace' })).me?.role).toBe('member');
    expect(run(events(welcome(), { ...role, user: 'ada' })).me?.role).toBe('admin');
    expect(run(events(welcome()), { type: 'me-changed', me: { ...ada, role: 'admin' } }).me?.role).toBe('admin');
  });

  it('reads its own stream from the welcome on, each number once, without a gap', () => {
    const role = (seq: number, name: Role): ServerEvent => ({ type: 'role', user: 'ada', seq, at: '', role: name });
    const begun = run(events(welcome(0, { you: { head: 4 } })), ownAsked, events(ownFollowed, role(5, 'moderator')));
    expect(begun).toMatchObject({ me: { role: 'moderator' }, own: { cursor: 5, epoch: 'e1', following: 'yes' } });
    const twice = reduce(begun, events(role(4, 'admin'), { type: 'unknown-own', user: 'ada', seq: 6 }));
    expect(twice).toMatchObject({ me: { role: 'moderator' }, own: { cursor: 6, following: 'yes' } });
    const gap = reduce(twice, events(role(8, 'admin')));
    expect(gap).toMatchObject({ me: { role: 'moderator' }, own: { cursor: 6, following: 'behind' } });
    const again = reduce(gap, events(welcome(0, { you: { head: 9 }, epoch: 'e2' })));
    expect(again.own).toMatchObject({ cursor: 6, epoch: 'e1', following: 'behind' });
    const reset = reduce(again, events({ type: 'reset', user: 'ada', seq: 9 }));
    expect(reset.own).toMatchObject({ cursor: 9, epoch: 'e2', following: 'yes' });
  });

  it('replaces a pending text by its message, not by another author’s with the same id', () => {
    const chat = run(events(welcome()), asked, events(followed), written, { type: 'text-sent', id: 'mine', now: noon });
    const foreign = reduce(chat, events(message(1, { id: 'mine', author: 'mallory' })));
    expect(foreign.outbox).toHaveLength(1);
    expect(reduce(foreign, events(message(2, { id: 'mine', author: 'ada' }))).outbox).toEqual([]);
  });

  it('drops an accepted text that a fresh snapshot stands above', () => {
    const ack = { type: 'ack', id: 'mine', room: 'general', seq: 80 } as const;
    const chat = run(events(welcome()), written, events(ack, { type: 'reset', room: 'general', seq: 90 }), {
      type: 'snapshot-loaded',
      generation: 1,
      facts: { ...roomHead({ head: 90 }), epoch: 'e1' },
      page: page([message(90)], { more: true }),
    });
    expect(chat.outbox).toEqual([]);
  });

  it('puts texts under way back into the queue when the line is lost', () => {
    const chat = run(events(welcome()), turn, written, { type: 'text-sent', id: 'mine', now: noon });
    const lost: Action = { type: 'connection-changed', connection: { phase: 'waiting', until: noon } };
    expect(reduce(chat, lost)).toMatchObject({ sends: false, outbox: [{ progress: { step: 'waiting' } }] });
  });

  it('leaves alone what another tab has under way', () => {
    const chat = run(events(welcome()), written, { type: 'text-sent', id: 'mine', now: noon });
    const lost: Action = { type: 'connection-changed', connection: { phase: 'waiting', until: noon } };
    const later: Action = { type: 'time-passed', now: noon + minute };
    for (const action of [lost, later]) expect(reduce(chat, action).outbox[0]?.progress.step).toBe('sending');
    expect(reduce(chat, turn).outbox[0]?.progress.step).toBe('waiting');
  });

  it('changes nothing for a renewal, another user’s stream or a refusal without id', () => {
    const before = run(events(welcome()), written);
    const after = reduce(
      before,
      events(
        { type: 'renewed', expiresIn: 600 },
        { type: 'unknown-own', user: 'grace', seq: 1 },
        { type: 'refused', reason: 'not-json' },
      ),
    );
    expect(after).toEqual(before);
  });

  it('keeps refused texts until they are retried or discarded', () => {
    const refused = run(
      events(welcome()),
      written,
      events({ type: 'refused', id: 'mine', reason: 'too-long', limit: 4000 }),
    );
    expect(refused.outbox[0]?.progress.step).toBe('refused');
    expect(reduce(refused, { type: 'text-retried', id: 'mine', freshId: 'new' }).outbox[0]?.progress.step).toBe(
      'waiting',
    );
    expect(reduce(refused, { type: 'text-discarded', id: 'mine' }).outbox).toEqual([]);
  });

  it('tells where history loading stands', () => {
    const loading = run(events(welcome()), { type: 'history-asked', room: 'general' });
    expect(openRoom(loading)?.history).toBe('loading');
    expect(openRoom(reduce(loading, { type: 'history-failed', room: 'general', generation: 0 }))?.history).toBe(
      'unknown',
    );
    expect(reduce(loading, { type: 'room-opened', room: 'lobby' }).openRoom).toBe('lobby');
    expect(reduce(loading, { type: 'time-passed', now: noon })).toEqual(loading);
  });
});
