import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/http/api.ts';
import { type Action, type Chat, reduce, start } from '../../src/state/chat.ts';
import { type Room, unread } from '../../src/state/room.ts';
import { latestPage, mostHeld } from '../../src/state/window.ts';
import type { Message, Page, RoomEvent, ServerEvent } from '../../src/wire/protocol.ts';
import { happening } from '../happenings.ts';
import { RoomOnServer } from '../room-on-server.ts';
import { dice, message, noon, page, roomHead, welcome } from '../world.ts';

const general = { room: 'general', generation: 0 } as const;
const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq);

/** A reader of one long room, whose pages may come late. */
class Reader {
  chat: Chat = start;
  readonly server = new RoomOnServer();
  private onTheWay: Action[] = [];

  constructor(length: number) {
    for (let i = 0; i < length; i++) this.server.add((seq) => message(seq));
    this.hear(welcome(0, { rooms: [this.server.roomHead(), roomHead({ id: 'lobby' })] }));
    this.do({ type: 'follow-sent', room: 'general', now: noon });
    this.hear({ type: 'followed', room: 'general', head: length });
    this.ask();
    this.arrive();
  }

  get room(): Room {
    const room = this.chat.rooms.find(({ id }) => id === 'general');
    if (!room) throw new Error('no such room');
    return room;
  }

  do(action: Action): void {
    this.chat = reduce(this.chat, action);
  }

  come(event: RoomEvent): void {
    this.hear(event);
  }

  post(count: number): void {
    for (let i = 0; i < count; i++) this.come(this.server.add((seq) => message(seq)));
  }

  open(room: string): void {
    this.do({ type: 'room-opened', room });
  }

  move(away: boolean): void {
    this.do({ type: 'reader-moved', room: 'general', away });
  }

  older(): void {
    const { past, messages, complete } = this.room;
    const [oldest] = (past ?? this.room).messages;
    if (!oldest || (past?.complete ?? complete) || this.room.history !== 'known') return;
    const place = { where: 'before', seq: oldest.seq } as const;
    const loaded = this.server.pageAt(place);
    if (past) this.load({ type: 'past-loaded', ...general, place, page: loaded });
    else this.load({ type: 'page-loaded', ...general, page: loaded, before: messages[0]?.seq ?? 0 });
  }

  newer(): void {
    const newest = this.room.past?.messages.at(-1);
    if (!newest || this.room.history !== 'known') return;
    const place = { where: 'after', seq: newest.seq } as const;
    this.load({ type: 'past-loaded', ...general, place, page: this.server.pageAt(place) });
  }

  jump(seq: number): void {
    if ((this.room.past ?? this.room).messages.some((each) => each.seq === seq)) return;
    const place: Place = { where: 'around', seq };
    this.onTheWay.push({ type: 'past-loaded', ...general, place, page: this.server.pageAt(place) });
  }

  /** As the session does: whenever the room is open and its end is not known. */
  ask(): void {
    if (this.room.history !== 'unknown' || this.chat.openRoom !== 'general') return;
    this.load({ type: 'page-loaded', ...general, page: this.server.page() });
  }

  arrive(): void {
    for (; this.onTheWay.length > 0; this.ask()) {
      const actions = this.onTheWay;
      this.onTheWay = [];
      actions.forEach((action) => this.do(action));
    }
  }

  private load(action: Action): void {
    this.do({ type: 'history-asked', room: 'general' });
    this.onTheWay.push(action);
  }

  private hear(...events: ServerEvent[]): void {
    this.do({ type: 'events-received', events, now: noon });
  }
}

function expectWindow({ room, server, chat }: Reader): void {
  const all = server.shown();
  const { messages, complete, past } = room;
  const isOpen = chat.openRoom === 'general';
  expect(messages.length).toBeLessThanOrEqual(isOpen && !past ? mostHeld : latestPage);
  expect(messages).toEqual(messages.length > 0 ? all.slice(-messages.length) : []);
  if (complete) expect(messages).toHaveLength(all.length);
  expect(unread(room)).toEqual(server.counts());
  if (!past) return;
  expect(past.messages.length).toBeLessThanOrEqual(mostHeld);
  const from = all.findIndex(({ seq }) => seq === past.messages[0]?.seq);
  expect(past.messages).toEqual(all.slice(from, from + past.messages.length));
  expect(past.complete).toBe(from === 0);
}

describe('the window', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i + 1))(
    'has no gap, no more than it may, and the right counts, whatever happens (seed %i)',
    (seed) => {
      const roll = dice(seed);
      const reader = new Reader(roll(900));
      for (let step = 0; step < 150; step++) {
        const chance = roll(100);
        if (chance < 10) reader.come(reader.server.add((seq) => happening(reader.server, seq, roll)));
        else if (chance < 20) reader.post(roll(120));
        else if (chance < 50) reader.older();
        else if (chance < 65) reader.newer();
        else if (chance < 70) reader.jump(1 + roll(reader.server.head || 1));
        else if (chance < 75) reader.move(roll(2) === 0);
        else if (chance < 78) reader.move(false);
        else if (chance < 82) reader.open(['general', 'lobby'][roll(2)] ?? '');
        else reader.arrive();
        expectWindow(reader);
      }
    },
  );

  it('is passed through from the end to the beginning and back, message by message', () => {
    const reader = new Reader(2000);
    const read = new Set(seqs(reader.room.messages));
    const look = () => seqs((reader.room.past ?? reader.room).messages).forEach((seq) => read.add(seq));
    const step = (load: () => void) => {
      load();
      reader.arrive();
      expectWindow(reader);
      look();
    };
    reader.move(true);
    while (!(reader.room.past ?? reader.room).complete) step(() => reader.older());
    expect(read.size).toBe(2000);
    read.clear();
    look();
    while (reader.room.past) step(() => reader.newer());
    expect(read.size).toBe(2000);
    expect(reader.room.messages.at(-1)?.seq).toBe(2000);
  });

  it('keeps what the reader looks at while much comes at the end, and counts that', () => {
    const reader = new Reader(200);
    reader.move(true);
    for (let i = 0; i < 3; i++) {
      reader.older();
      reader.arrive();
    }
    const looked = seqs(reader.room.messages);
    reader.post(5000);
    expect(seqs(reader.room.past?.messages ?? []).slice(0, looked.length)).toEqual(looked);
    expect(unread(reader.room).unread).toBe(5200);
    reader.move(false);
    expect(seqs(reader.room.messages)).toEqual(seqs(reader.server.shown().slice(-latestPage)));
  });

  it('lets the oldest go while the reader stays at the end', () => {
    const reader = new Reader(50);
    reader.post(1000);
    expect(reader.room).toMatchObject({ past: undefined, complete: false });
    expectWindow(reader);
  });

  it('takes no page that ends before what was let go meanwhile', () => {
    const reader = new Reader(0);
    reader.open('lobby');
    const early: Page = page([message(1)], { head: 1 });
    reader.post(200);
    reader.open('general');
    reader.do({ type: 'page-loaded', ...general, page: early });
    expect(reader.room.history).toBe('unknown');
    expectWindow(reader);
  });

  it('joins no page to an end that has moved on meanwhile', () => {
    const reader = new Reader(100);
    const place = { where: 'around', seq: 100 } as const;
    const late = reader.server.pageAt(place);
    reader.post(600);
    reader.do({ type: 'past-loaded', ...general, place, page: late });
    expect(reader.room.past?.messages.at(-1)?.seq).toBe(100);
    expectWindow(reader);
  });

  it('keeps the originals of the replies that it has, and no others', () => {
    const reader = new Reader(0);
    reader.server.add((seq) => message(seq));
    reader.come(message(1));
    reader.do({
      type: 'page-loaded',
      ...general,
      page: page([message(1, { replyTo: 77 })], { quoted: [message(77), message(78)] }),
    });
    reader.post(1);
    expect(reader.room.quoted.has(77)).toBe(true);
    for (let seq = 3; seq < 400; seq++) reader.come(message(seq));
    expect(reader.room.quoted.size).toBe(0);
  });
});
