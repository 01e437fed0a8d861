import type { Message, Person } from './records.ts';

/** The replies in a thread that are not deleted. */
export interface Replies {
  replies: number;
  /** The number of the last one. */
  last: number;
  lastAt: string;
  /** At most three user names, the latest first. */
  people: string[];
}

/** A fact of one's own stream: whether one follows a thread, and what is unread in it as of the room's number `head`. */
export interface ThreadMoved {
  type: 'thread';
  user: string;
  seq: number;
  at: string;
  room: string;
  root: number;
  following: boolean;
  upTo: number;
  head: number;
  unread: number;
}

/** A part of a thread, oldest first. */
export interface ThreadPage {
  root: Message;
  messages: Message[];
  head: number;
  more: boolean;
  quoted: Message[];
  people: Person[];
  following: boolean;
  upTo: number;
}

/** A thread that one follows. */
export interface ListedThread {
  room: string;
  root: Message;
  upTo: number;
  head: number;
  unread: number;
  lastAt: string;
}

/** Threads that one follows, the one with the latest reply first. */
export interface FollowedPage {
  threads: ListedThread[];
  more: boolean;
  people: Person[];
}
