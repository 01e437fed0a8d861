/** The records of the wire, version 1, as the server's `protocol` package writes them. No logic beyond reading and writing them. */
export interface Person {
  username: string;
  displayName: string;
}
export type Role = 'member' | 'moderator' | 'admin';
export interface Me extends Person {
  role: Role;
}
export interface RoomFacts {
  id: string;
  name: string;
  head: number;
  members: number;
}
export interface Limits {
  textCodePoints: number;
  presenceLines: number;
}

export interface Welcome {
  type: 'welcome';
  protocol: number;
  epoch: string;
  me: Me;
  rooms: RoomFacts[];
  you: { head: number };
  online: { count: number; people: Person[] };
  limits: Limits;
}
export interface Followed {
  type: 'followed';
  room?: string;
  user?: string;
  head: number;
}
export interface Reset {
  type: 'reset';
  room?: string;
  user?: string;
  seq: number;
}
export interface Message {
  type: 'message';
  room: string;
  seq: number;
  id: string;
  author: string;
  text: string;
  at: string;
}
export interface Joined {
  type: 'joined';
  room: string;
  seq: number;
  at: string;
  person: Person;
}
export interface Left {
  type: 'left';
  room: string;
  seq: number;
  at: string;
  username: string;
}
export interface RoleChanged {
  type: 'role';
  user: string;
  seq: number;
  at: string;
  role: Role;
}
export interface Online {
  type: 'online';
  count: number;
  came: Person[];
  went: string[];
}
export interface Ack {
  type: 'ack';
  id: string;
  room: string;
  seq: number;
}
export interface Refused {
  type: 'refused';
  id?: string;
  reason: string;
  field?: string;
  retryAfterMs?: number;
  limit?: number;
}
export interface Renewed {
  type: 'renewed';
  expiresIn: number;
}
/** An event of a newer server: nothing is known of it but its place in the room's log, which must not look like a gap. */
export interface Unknown {
  type: 'unknown';
  room: string;
  seq: number;
}

/** The same in one's own stream. */
export interface UnknownOwn {
  type: 'unknown-own';
  user: string;
  seq: number;
}

export type RoomEvent = Message | Joined | Left | Unknown;
export type OwnEvent = RoleChanged | UnknownOwn;
export type ServerEvent = Welcome | Followed | Reset | RoomEvent | OwnEvent | Online | Ack | Refused | Renewed;

export type Command =
  | { type: 'follow'; room: string; after?: number; epoch?: string }
  | { type: 'follow'; user: string; after?: number; epoch?: string }
  | { type: 'unfollow'; room: string }
  | { type: 'post'; id: string; room: string; text: string }
  | { type: 'renew'; token: string };

/** A page of history: messages oldest first, and whether older ones remain. */
export interface Page {
  messages: Message[];
  head: number;
  epoch: string;
  more: boolean;
  people: Person[];
}

const written: Record<Command['type'], string[]> = {
  follow: ['type', 'room', 'user', 'after', 'epoch'],
  unfollow: ['type', 'room'],
  post: ['type', 'id', 'room', 'text'],
  renew: ['type', 'token'],
};

/** Writes the fields that the wire knows, in its order, and no others. */
export function encodeCommand(command: Command): string {
  return JSON.stringify(command, written[command.type]);
}

/** Reads one frame. What is not understood is left out: newer servers may say more. */
export function readFrame(text: string): ServerEvent[] {
  const frame: unknown = JSON.parse(text);
  return Array.isArray(frame) ? frame.flatMap(readEvent) : [];
}

type Kind = 'string' | 'number' | 'list' | 'record';
const fields: Record<Exclude<ServerEvent['type'], 'unknown' | 'unknown-own'>, Record<string, Kind>> = {
  welcome: { epoch: 'string', me: 'record', rooms: 'list', you: 'record', online: 'record', limits: 'record' },
  followed: { head: 'number' },
  reset: { seq: 'number' },
  message: { room: 'string', seq: 'number', id: 'string', author: 'string', text: 'string', at: 'string' },
  joined: { room: 'string', seq: 'number', person: 'record' },
  left: { room: 'string', seq: 'number', username: 'string' },
  role: { user: 'string', seq: 'number', role: 'string' },
  online: { count: 'number', came: 'list', went: 'list' },
  ack: { id: 'string', room: 'string', seq: 'number' },
  refused: { reason: 'string' },
  renewed: { expiresIn: 'number' },
};

function readEvent(event: unknown): ServerEvent[] {
  if (!isRecord(event) || typeof event.type !== 'string') return [];
  const known = Object.entries(fields).find(([type]) => type === event.type)?.[1];
  if (known && Object.entries(known).every(([field, kind]) => is(kind, event[field]))) {
    return [event as unknown as ServerEvent];
  }
  const { room, user, seq } = event;
  if (typeof seq !== 'number') return [];
  if (typeof room === 'string') return [{ type: 'unknown', room, seq }];
  return typeof user === 'string' ? [{ type: 'unknown-own', user, seq }] : [];
}

function is(kind: Kind, value: unknown): boolean {
  if (kind === 'list') return Array.isArray(value);
  return kind === 'record' ? isRecord(value) : typeof value === kind;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
