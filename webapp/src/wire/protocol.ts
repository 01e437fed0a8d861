import type { Command, ServerEvent } from './records.ts';

export type * from './records.ts';

const written: Record<Command['type'], string[]> = {
  follow: ['type', 'room', 'user', 'after', 'epoch'],
  unfollow: ['type', 'room'],
  post: ['type', 'id', 'room', 'text', 'replyTo', 'thread', 'also'],
  'read-thread': ['type', 'room', 'thread', 'upTo'],
  read: ['type', 'room', 'upTo'],
  unread: ['type', 'room', 'from'],
  typing: ['type', 'room'],
  idle: ['type', 'idle'],
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

type Kind = 'string' | 'number' | 'boolean' | 'list' | 'record';
const fields: Record<Exclude<ServerEvent['type'], 'unknown' | 'unknown-own'>, Record<string, Kind>> = {
  welcome: { epoch: 'string', me: 'record', rooms: 'list', you: 'record', online: 'record', limits: 'record' },
  followed: { head: 'number' },
  reset: { seq: 'number' },
  message: { room: 'string', seq: 'number', id: 'string', author: 'string', text: 'string', at: 'string' },
  joined: { room: 'string', seq: 'number', person: 'record' },
  left: { room: 'string', seq: 'number', username: 'string' },
  changed: { room: 'string', seq: 'number', name: 'string', topic: 'string', kind: 'string', archived: 'boolean' },
  owner: { room: 'string', seq: 'number', username: 'string', owner: 'boolean' },
  edited: { room: 'string', seq: 'number', message: 'number', text: 'string', at: 'string' },
  deleted: { room: 'string', seq: 'number', message: 'number', author: 'string', by: 'string' },
  reacted: { room: 'string', seq: 'number', message: 'number', emoji: 'string', username: 'string', on: 'boolean' },
  pinned: { room: 'string', seq: 'number', message: 'number', on: 'boolean', by: 'string' },
  entered: { user: 'string', seq: 'number', room: 'record' },
  gone: { user: 'string', seq: 'number', room: 'string' },
  read: {
    user: 'string',
    seq: 'number',
    room: 'string',
    upTo: 'number',
    head: 'number',
    unread: 'number',
    mentions: 'number',
  },
  preferences: { user: 'string', seq: 'number', values: 'record' },
  thread: {
    user: 'string',
    seq: 'number',
    room: 'string',
    root: 'number',
    following: 'boolean',
    upTo: 'number',
    head: 'number',
    unread: 'number',
  },
  typing: { room: 'string', username: 'string' },
  seen: { room: 'string', username: 'string', upTo: 'number' },
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
  if (typeof user === 'string') return [{ type: 'unknown-own', user, seq }];
  return typeof room === 'string' ? [{ type: 'unknown', room, seq }] : [];
}

function is(kind: Kind, value: unknown): boolean {
  if (kind === 'list') return Array.isArray(value);
  return kind === 'record' ? isRecord(value) : typeof value === kind;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
