import { describe, expect, it } from 'vitest';
import { type Action, type Chat, openRoom, reduce, start } from '../../src/state/chat.ts';
import { type Room, unread } from '../../src/state/room.ts';
import type { ReadMoved, ServerEvent } from '../../src/wire/protocol.ts';
import { happening } from '../happenings.ts';
import { RoomOnServer } from '../room-on-server.ts';
import { dice, message, noon, roomHead, welcome } from '../world.ts';

const events = (...received: ServerEvent[]): Action => ({ type: 'events-received', events: received, now: noon });
const seen = (seq: number): Action => ({ type: 'room-seen', room: 'general', seq });
const moved = (content: Partial<ReadMoved>): ReadMoved => {
  const counts = { upTo: 0, head: 0, unread: 0, mentions: 0 };
  return { type: 'read', user: 'ada', seq: 1, at: '', room: 'general', ...counts, ...content };
};
const run = (...actions: Action[]): Chat => actions.reduce(reduce, start);
const roomOf = (chat: Chat): Room => {
  const room = openRoom(chat);
  if (!room) throw new Error('no room is open');
  return room;
};
const counts = (chat: Chat) => unread(roomOf(chat));

/** One of ada's devices: two streams that come at their own pace over a line that may be lost at any time. */
class Device {
  chat = start;
  private room = 0;
  private own = 0;

  constructor(private readonly server: RoomOnServer) {
    this.connect();
  }

  connect(): void {
    const { own } = this.server;
    this.hear(welcome(0, { rooms: [this.server.roomHead()], you: { head: own.length } }));
    this.hear({ type: 'followed', user: 'ada', head: own.length });
    this.chat = reduce(this.chat, { type: 'follow-sent', room: 'general', now: noon });
    this.hear({ type: 'followed', room: 'general', head: this.server.head });
    this.room = roomOf(this.chat).cursor;
    this.own = this.chat.own.cursor;
  }

  takeRoomEvent(): void {
    const event = this.server.log[this.room];
    if (event) this.hear(event);
    if (event) this.room++;
  }

  takeOwnEvent(): void {
    const event = this.server.own[this.own];
    if (event) this.hear(event);
    if (event) this.own++;
  }

  catchUp(): void {
    while (this.room < this.server.head) this.takeRoomEvent();
    while (this.own < this.server.own.length) this.takeOwnEvent();
  }

  private hear(event: ServerEvent): void {
    this.chat = reduce(this.chat, events(event));
  }
}

describe('unread and mention counts', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))(
    'are right on two devices, whatever happens (seed %i)',
    (seed) => {
      const roll = dice(seed);
      const server = new RoomOnServer();
      for (let i = roll(20); i > 0; i--) server.add((seq) => happening(server, seq, roll));
      server.read(roll(server.head + 1));
      const devices = [new Device(server), new Device(server)];
      for (let step = 0; step < 400; step++) {
        const device = devices[roll(2)];
        const chance = roll(60);
        if (chance < 24) server.add((seq) => happening(server, seq, roll));
        else if (chance < 26) server.read(roll(server.head + 1));
        else if (chance === 26) server.unreadFrom(1 + roll(server.head + 1));
        else if (chance < 30) device?.connect();
        else if (chance < 50) device?.takeRoomEvent();
        else device?.takeOwnEvent();
        if (step % 20 < 19) continue;
        devices.forEach((each) => each.catchUp());
        for (const { chat } of devices) expect(counts(chat)).toEqual(server.counts());
      }
    },
  );

  it('begin with what the server counted', () => {
    const rooms = [roomHead({ head: 9, read: 4, unread: 3, mentions: 1 })];
    expect(counts(run(events(welcome(0, { rooms }))))).toEqual({ unread: 3, mentions: 1 });
  });

  it('are nothing for what was on the screen, before the server has said so', () => {
    const chat = run(events(welcome(0)), events(message(1), message(2)));
    expect(counts(chat).unread).toBe(2);
    expect(counts(reduce(chat, seen(2))).unread).toBe(0);
    expect(counts(reduce(reduce(chat, seen(2)), events(message(3)))).unread).toBe(3);
  });

  it('stay when the reader marks as unread, until they come back', () => {
    const marked = run(
      events(welcome(0)),
      events(message(1)),
      seen(1),
      { type: 'room-held', room: 'general', from: 1 },
      events(moved({ head: 1, unread: 1 })),
      seen(1),
    );
    expect(counts(marked).unread).toBe(1);
    const back = [{ type: 'room-opened', room: 'general' } as const, seen(1)].reduce(reduce, marked);
    expect(counts(back).unread).toBe(0);
  });

  it('follow another device that marks as unread what this one has seen', () => {
    const rooms = [roomHead({ head: 2, read: 2 })];
    const chat = run(events(welcome(0, { rooms })), seen(2), events(moved({ upTo: 1, head: 2, unread: 1 })));
    expect(counts(chat).unread).toBe(1);
  });

  it('do not follow facts that the welcome has told already', () => {
    const rooms = [roomHead({ head: 5, read: 5 })];
    const again = welcome(0, { rooms, you: { head: 1 } });
    const chat = run(events(welcome(0)), events(again, moved({ seq: 1, upTo: 1, head: 3, unread: 2 })));
    expect(counts(chat).unread).toBe(0);
    expect(chat.own.cursor).toBe(1);
  });
});

describe('the new line', () => {
  const looked = (watched: boolean): Action => ({ type: 'room-looked-at', room: 'general', watched });

  it('stands where the reader stopped, as long as the room is open', () => {
    const rooms = [roomHead({ head: 5, read: 3, unread: 2 }), roomHead({ id: 'lobby' })];
    const chat = run(events(welcome(0, { rooms })), { type: 'room-opened', room: 'general' }, seen(5));
    expect(roomOf(chat).newAfter).toBe(3);
    expect(roomOf(run({ type: 'room-opened', room: 'general' }, events(welcome(0, { rooms })))).newAfter).toBe(3);
    const left = reduce(chat, { type: 'room-opened', room: 'lobby' });
    expect(left.rooms[0]?.newAfter).toBeUndefined();
  });

  it('is drawn above what came while nobody looked, and not when nothing came', () => {
    const away = run(events(welcome(1)), seen(1), looked(false));
    expect(roomOf(reduce(away, looked(true))).newAfter).toBeUndefined();
    expect(roomOf([events(message(2)), looked(true)].reduce(reduce, away)).newAfter).toBe(1);
  });
});
