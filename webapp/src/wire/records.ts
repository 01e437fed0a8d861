import type { Replies, ThreadMoved } from './thread-records.ts';

/** The records of the wire, version 1, as the server's `protocol` package writes them. `protocol.ts` reads and writes them. */
export interface Person {
  username: string;
  displayName: string;
}
export type Role = 'member' | 'moderator' | 'admin';
export interface Me extends Person {
  role: Role;
}
export type RoomKind = 'public' | 'announcement' | 'private' | 'direct';
/** A room as one of its members sees it: what it is, and how far they have read at its number `head`. */
export interface RoomHead {
  id: string;
  name: string;
  head: number;
  members: number;
  kind: RoomKind;
  topic: string;
  archived: boolean;
  /** The reader is one of its owners. */
  owner: boolean;
  /** Of a direct room: the others. */
  people?: Person[];
  read: number;
  unread: number;
  mentions: number;
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
  rooms: RoomHead[];
  you: { head: number };
  online: { count: number; people: Person[]; away?: string[] };
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
export interface Reaction {
  emoji: string;
  people: string[];
}
/** What became of a message; there only when something did. */
export interface MessageState {
  editedAt?: string;
  deletedBy?: string;
  pinnedBy?: string;
  reactions?: Reaction[];
  /** The thread under it. */
  thread?: Replies;
}
export interface Message {
  type: 'message';
  room: string;
  seq: number;
  id: string;
  author: string;
  text: string;
  at: string;
  /** The number of the message that it answers. */
  replyTo?: number;
  /** The number of the root of the thread that it belongs to. */
  thread?: number;
  /** It is shown in the room as well. */
  also?: boolean;
  /** User names, and `@room`. */
  mentions?: string[];
  state?: MessageState;
}
interface RoomFact {
  room: string;
  seq: number;
  at: string;
}
export interface Joined extends RoomFact {
  type: 'joined';
  person: Person;
}
export interface Left extends RoomFact {
  type: 'left';
  username: string;
}
export interface Changed extends RoomFact {
  type: 'changed';
  name: string;
  topic: string;
  kind: RoomKind;
  archived: boolean;
}
export interface OwnerChanged extends RoomFact {
  type: 'owner';
  username: string;
  owner: boolean;
}
export interface Edited extends RoomFact {
  type: 'edited';
  message: number;
  text: string;
}
export interface Deleted extends RoomFact {
  type: 'deleted';
  message: number;
  author: string;
  /** Of one that belonged to a thread: as in the message, and what is left of the thread. */
  thread?: number;
  also?: boolean;
  replies?: Replies;
  mentions?: string[];
  by: string;
}
export interface Reacted extends RoomFact {
  type: 'reacted';
  message: number;
  emoji: string;
  username: string;
  on: boolean;
}
export interface Pinned extends RoomFact {
  type: 'pinned';
  message: number;
  on: boolean;
  by: string;
}
interface OwnFact {
  user: string;
  seq: number;
  at: string;
}
export interface Entered extends OwnFact {
  type: 'entered';
  room: RoomHead;
}
export interface Gone extends OwnFact {
  type: 'gone';
  room: string;
}
export interface ReadMoved extends OwnFact {
  type: 'read';
  room: string;
  upTo: number;
  head: number;
  unread: number;
  mentions: number;
}
/** About what one is notified in a room. */
export type NotifyLevel = 'all' | 'mentions' | 'nothing';
/** What one prefers on all of one's devices. */
export interface Preferences {
  /** Rooms of which one is notified otherwise than of mentions alone. */
  rooms: { room: string; level: NotifyLevel }[];
  /** When one is notified of nothing, by the clock of the device: `HH:mm`; it may go over midnight. */
  quiet?: { from: string; to: string };
  /** Whether others may know how far one has read, and one how far they have; yes unless it is said. */
  receipts?: boolean;
}
export interface PreferencesChanged extends OwnFact {
  type: 'preferences';
  values: Preferences;
}
/** Ephemeral: somebody else writes in a room that one follows. */
export interface Typing {
  type: 'typing';
  room: string;
  username: string;
}
/** Ephemeral: how far somebody else has read a direct room; 0 when they no longer tell it. */
export interface Seen {
  type: 'seen';
  room: string;
  username: string;
  upTo: number;
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
  /** User names of those whom nobody sees at a device any more, and of those who are back. */
  away?: string[];
  back?: string[];
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

/** What becomes of a message that was there before. */
export type MessageChange = Edited | Deleted | Reacted | Pinned;
export type RoomEvent = Message | MessageChange | Joined | Left | Changed | OwnerChanged | Unknown;
export type OwnEvent = RoleChanged | Entered | Gone | ReadMoved | PreferencesChanged | ThreadMoved | UnknownOwn;
export type ServerEvent =
  Welcome | Followed | Reset | RoomEvent | OwnEvent | Online | Typing | Seen | Ack | Refused | Renewed;

export type Command =
  | { type: 'follow'; room: string; after?: number; epoch?: string }
  | { type: 'follow'; user: string; after?: number; epoch?: string }
  | { type: 'unfollow'; room: string }
  | { type: 'post'; id: string; room: string; text: string; replyTo?: number; thread?: number; also?: boolean }
  | { type: 'read-thread'; room: string; thread: number; upTo: number }
  | { type: 'read'; room: string; upTo: number }
  | { type: 'unread'; room: string; from: number }
  | { type: 'typing'; room: string }
  | { type: 'idle'; idle: boolean }
  | { type: 'renew'; token: string };

/** A page of history: messages oldest first, and whether more remain in its direction; around a message `moreAfter` tells of newer ones. */
export interface Page {
  messages: Message[];
  moreAfter?: boolean;
  /** Originals of replies that are not in the page themselves. */
  quoted?: Message[];
  head: number;
  epoch: string;
  more: boolean;
  people: Person[];
}
