import type { Joined, Left, Me, Message, Online, Page, Person, RoomHead, Welcome } from '../src/wire/protocol.ts';

/** The cast of every test. */
export const ada: Me = { username: 'ada', displayName: 'Ada Lovelace', role: 'member' };
export const grace: Person = { username: 'grace', displayName: 'Grace Hopper' };
export const mallory: Person = { username: 'mallory', displayName: 'Mallory' };

export const noon = Date.UTC(2026, 0, 5, 12);
export const minute = 60_000;

export function message(seq: number, content: Partial<Message> = {}): Message {
  const at = new Date(noon + seq * 1000).toISOString();
  return {
    type: 'message',
    room: 'general',
    seq,
    id: `id-${seq}`,
    author: 'grace',
    text: `text ${seq}`,
    at,
    ...content,
  };
}

export function joined(seq: number, person: Person = grace): Joined {
  return { type: 'joined', room: 'general', seq, at: new Date(noon + seq * 1000).toISOString(), person };
}

export function left(seq: number, username = 'grace'): Left {
  return { type: 'left', room: 'general', seq, at: new Date(noon + seq * 1000).toISOString(), username };
}

export function online(came: Person[], went: string[], count = 2): Online {
  return { type: 'online', count, came, went };
}

export function welcome(head = 0, content: Partial<Welcome> = {}): Welcome {
  return {
    type: 'welcome',
    protocol: 1,
    epoch: 'e1',
    me: ada,
    rooms: [roomHead({ head })],
    you: { head: 0 },
    online: { count: 1, people: [ada] },
    limits: { textCodePoints: 4000, presenceLines: 50 },
    ...content,
  };
}

/** A public room that has been read up to its head. */
export function roomHead(content: Partial<RoomHead> = {}): RoomHead {
  const { head = 0, id = 'general' } = content;
  const plain = { kind: 'public', topic: '', archived: false, owner: false, unread: 0, mentions: 0 } as const;
  return { id, name: id, members: 2, head, read: head, ...plain, ...content };
}

export function page(messages: Message[], content: Partial<Page> = {}): Page {
  return { messages, head: messages.at(-1)?.seq ?? 0, epoch: 'e1', more: false, people: [grace], ...content };
}

/** The same dice for the same seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}
