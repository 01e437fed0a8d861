import { describe, expect, it } from 'vitest';
import { type Action, type Chat, openRoom, reduce, start } from '../../src/state/chat.ts';
import { applyTo } from '../../src/state/message-changes.ts';
import { notable } from '../../src/state/notifying.ts';
import { asRoom } from '../../src/state/open-thread.ts';
import { newest, type Room, unread } from '../../src/state/room.ts';
import { unreadReplies, unreadThreads } from '../../src/state/threads.ts';
import type { ServerEvent } from '../../src/wire/protocol.ts';
import { happening } from '../happenings.ts';
import { RoomOnServer } from '../room-on-server.ts';
import { dice, message, noon, welcome } from '../world.ts';

const events = (...received: ServerEvent[]): Action => ({ type: 'events-received', events: received, now: noon });
const run = (...actions: Action[]): Chat => actions.reduce(reduce, start);
const roomOf = (chat: Chat): Room => {
  const room = openRoom(chat);
  if (!room) throw new Error('no room is open');
  return room;
};
const seqs = (messages: readonly { seq: number }[]) => messages.map(({ seq }) => seq);
const follows = (root: number, content: { upTo: number; head: number; unread: number; seq?: number }) => {
  return { type: 'thread', user: 'ada', seq: 1, at: '', room: 'general', root, following: true, ...content } as const;
};

/** One of ada's devices, which hears what happens in the room and in her own stream at any pace, and may have a thread open. */
class Device {
  chat = start;
  private room = 0;
  private own = 0;
  private asked: ReturnType<RoomOnServer['threads']> | undefined;

  constructor(private readonly server: RoomOnServer) {
    const { own, head } = server;
    this.take(events(welcome(0, { rooms: [server.roomHead()], you: { head: own.length } })));
    this.take(
      events({ type: 'followed', user: 'ada', head: own.length }),
      { type: 'follow-sent', room: 'general', now: noon },
      events({ type: 'followed', room: 'general', head }),
    );
    this.room = head;
    this.own = own.length;
    this.ask();
  }

  take(...actions: Action[]): void {
    this.chat = actions.reduce(reduce, this.chat);
  }

  ask(): void {
    this.take({ type: 'threads-asked' });
    this.asked = this.server.threads();
  }

  answer(): void {
    if (this.asked) this.take({ type: 'threads-loaded', page: this.asked });
    this.asked = undefined;
  }

  open(root: number): void {
    const page = this.server.threadPage(root);
    this.take({ type: 'thread-closed' }, { type: 'thread-opened', room: 'general', root });
    this.takeRoomEvent();
    this.take({ type: 'thread-loaded', room: 'general', root, page });
  }

  takeRoomEvent(): void {
    const event = this.server.log[this.room];
    if (event) this.take(events(event));
    if (event) this.room++;
  }

  takeOwnEvent(): void {
    const event = this.server.own[this.own];
    if (event) this.take(events(event));
    if (event) this.own++;
  }

  catchUp(): void {
    this.answer();
    while (this.room < this.server.head) this.takeRoomEvent();
    while (this.own < this.server.own.length) this.takeOwnEvent();
  }

  unread(): Map<number, number> {
    const room = roomOf(this.chat);
    const threads = [...room.threads.values()].filter(({ following }) => following);
    return new Map(threads.map((thread) => [thread.root, unreadReplies(room, thread)]));
  }
}

describe('threads, whatever happens in the room', () => {
  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('are counted, and stand as on the server (seed %i)', (seed) => {
    const roll = dice(seed);
    const server = new RoomOnServer();
    const happen = () => server.add((seq) => happening(server, seq, roll));
    const anyRoot = () =>
      server
        .messages()
        .filter(({ thread }) => thread === undefined)
        .at(-1 - roll(6))?.seq;
    for (let i = 5 + roll(20); i > 0; i--) happen();
    const device = new Device(server);
    for (let step = 0; step < 300; step++) {
      const chance = roll(40);
      const root = anyRoot();
      if (chance < 16) happen();
      else if (chance < 18 && root !== undefined) server.mark(root, roll(server.head + 1));
      else if (chance === 18 && root !== undefined) server.mark(root);
      else if (chance === 19) device.ask();
      else if (chance < 22) device.answer();
      else if (chance === 22 && root !== undefined) device.open(root);
      else if (chance < 36) device.takeRoomEvent();
      else device.takeOwnEvent();
      if (step % 20 < 19) continue;
      device.catchUp();
      const expected = new Map([...server.followed.keys()].map((each) => [each, server.threadUnread(each)]));
      expect(device.unread()).toEqual(expected);
      const { thread } = device.chat;
      if (!thread) continue;
      const fresh = server.threadPage(thread.root, 1000);
      const from = thread.complete ? 0 : (thread.messages[0]?.seq ?? 0);
      expect(thread.messages).toEqual(fresh.messages.filter(({ seq }) => seq >= from));
      expect(thread.message).toEqual(fresh.root);
    }
  });
});

describe('a reply', () => {
  const entered = run(events(welcome(1)));
  const said = reduce(
    entered,
    events(
      message(2, { thread: 1 }),
      message(3, { thread: 1, also: true }),
      message(4, { thread: 1, mentions: ['ada'] }),
    ),
  );

  it('stands in the room only when it is for the room, too', () => {
    expect(seqs(roomOf(said).messages)).toEqual([3]);
    expect(seqs(roomOf(said).asides)).toEqual([2, 4]);
  });

  it('is counted by the room when it is for the room or names the reader, and read with the room', () => {
    expect(unread(roomOf(said))).toEqual({ unread: 2, mentions: 1 });
    expect(newest(roomOf(said))).toBe(4);
    const seen = reduce(said, { type: 'room-seen', room: 'general', seq: 4 });
    expect(unread(roomOf(seen))).toEqual({ unread: 0, mentions: 0 });
  });

  it('is counted below its root, which tells the latest three', () => {
    const people = ['grace', 'ada', 'mallory', 'alan', 'grace'];
    const replies = people.map((author, i) => message(i + 2, { author, thread: 1 }));
    const thread = replies.reduce(applyTo, message(1)).state?.thread;
    expect(thread).toEqual({ replies: 5, last: 6, lastAt: message(6).at, people: ['grace', 'alan', 'mallory'] });
  });

  it('leaves a deleted root where it is, with its replies', () => {
    const deleted = {
      type: 'deleted',
      room: 'general',
      seq: 3,
      at: '',
      message: 1,
      author: 'grace',
      by: 'ada',
    } as const;
    const root = [message(2, { thread: 1 }), deleted].reduce(applyTo, message(1));
    expect(root).toMatchObject({ text: '', state: { deletedBy: 'ada', thread: { replies: 1 } } });
  });

  it('calls the reader who follows its thread, until they have seen it', () => {
    const followed = reduce(entered, events(follows(1, { upTo: 1, head: 1, unread: 0 }), message(2, { thread: 1 })));
    expect(seqs(notable(roomOf(followed), 0, 'mentions'))).toEqual([2]);
    expect(unreadThreads(followed.rooms)).toBe(1);
    const seen = reduce(followed, { type: 'thread-seen', room: 'general', root: 1, seq: 2 });
    expect(notable(roomOf(seen), 0, 'mentions')).toEqual([]);
    expect(unreadThreads(seen.rooms)).toBe(0);
    expect(notable(roomOf(reduce(entered, events(message(2, { thread: 1 })))), 0, 'all')).toEqual([]);
  });

  it('of one’s own leaves the outbox when it comes, though the room does not show it', () => {
    const text = { id: 'mine', room: 'general', text: 'hi', at: noon, thread: 1 };
    const written = reduce(entered, { type: 'text-written', text });
    expect(reduce(written, events(message(2, { id: 'mine', author: 'ada', thread: 1 }))).outbox).toEqual([]);
  });
});

describe('the open thread', () => {
  const opened = run(events(welcome(2)), { type: 'thread-opened', room: 'general', root: 1 });
  const page = (content: object) => ({
    ...{ root: message(1), messages: [message(2, { thread: 1 })], head: 2, more: false },
    ...{ quoted: [], people: [], following: true, upTo: 1, ...content },
  });
  const loaded = (content = {}): Action => {
    return { type: 'thread-loaded', room: 'general', root: 1, page: page(content) };
  };
  const shown = (chat: Chat) => chat.thread && seqs(asRoom(roomOf(chat), chat.thread, false).messages);

  it('begins with its root as soon as all above is there', () => {
    expect(shown(reduce(opened, loaded()))).toEqual([1, 2]);
    expect(shown(reduce(opened, loaded({ more: true })))).toEqual([2]);
  });

  it('keeps what came while its page was on its way', () => {
    const chat = [events(message(3, { thread: 1 }), message(4)), loaded()].reduce(reduce, opened);
    expect(shown(chat)).toEqual([1, 2, 3]);
  });

  it('goes with its room, and begins anew after a reset', () => {
    const chat = reduce(opened, loaded());
    expect(reduce(chat, { type: 'room-opened', room: 'lobby' }).thread).toBeUndefined();
    expect(reduce(chat, events({ type: 'reset', room: 'general', seq: 9 })).thread).toMatchObject({
      history: 'unknown',
    });
  });

  it('has nothing to read when nobody follows it', () => {
    const chat = reduce(opened, loaded({ following: false, upTo: 0 }));
    expect(chat.thread && asRoom(roomOf(chat), chat.thread, false).reading.seen).toBe(Infinity);
  });
});
