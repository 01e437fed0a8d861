import type { RoomSnapshot } from '../src/http/api.ts';
import type { Joined, Left, Me, Message, Online, Page, Person, RoomEvent, Welcome } from '../src/wire/protocol.ts';

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
    rooms: [{ id: 'general', name: 'general', head, members: 2 }],
    you: { head: 0 },
    online: { count: 1, people: [ada] },
    limits: { textCodePoints: 4000, presenceLines: 50 },
    ...content,
  };
}

export function page(messages: Message[], content: Partial<Page> = {}): Page {
  return { messages, head: messages.at(-1)?.seq ?? 0, epoch: 'e1', more: false, people: [grace], ...content };
}

/** A room as a server keeps it: a log without gaps, and what anyone may ask of it. */
export class RoomOnServer {
  readonly log: RoomEvent[] = [];

  get head(): number {
    return this.log.length;
  }

  add(event: (seq: number) => RoomEvent): RoomEvent {
    const added = event(this.head + 1);
    this.log.push(added);
    return added;
  }

  after(seq: number): RoomEvent[] {
    return this.log.slice(seq);
  }

  facts(): RoomSnapshot {
    const members = this.log.reduce((n, { type }) => n + (type === 'joined' ? 1 : type === 'left' ? -1 : 0), 0);
    return { id: 'general', name: 'general', head: this.head, members, epoch: 'e1' };
  }

  page(limit = 50): Page {
    const messages = this.log.filter((event) => event.type === 'message');
    return page(messages.slice(-limit), { head: this.head, more: messages.length > limit });
  }
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
