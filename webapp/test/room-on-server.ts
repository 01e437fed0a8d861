import type { Place, RoomSnapshot } from '../src/http/api.ts';
import { changeMessage, isChange } from '../src/state/message-changes.ts';
import { isMentioned } from '../src/state/reading.ts';
import type { Message, MessageChange, Page, ReadMoved, RoomEvent, RoomHead } from '../src/wire/protocol.ts';
import type { FollowedPage, Replies, ThreadMoved, ThreadPage } from '../src/wire/thread-records.ts';
import { page, roomHead } from './world.ts';

/** A room as a server keeps it: a log without gaps, what anyone may ask of it, and how far ada has read. */
export class RoomOnServer {
  readonly log: RoomEvent[] = [];
  readonly own: (ReadMoved | ThreadMoved)[] = [];
  /** Of the threads that ada follows: up to which number she has read them. */
  readonly followed = new Map<number, number>();
  private upTo = 0;

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

  /** All messages as they are now: what happened to them is in them. */
  messages(): Message[] {
    const changes = new Map<number, MessageChange[]>();
    for (const change of this.log.filter(isChange))
      changes.set(change.message, [...(changes.get(change.message) ?? []), change]);
    const roots = new Set(this.log.map((event) => (event.type === 'message' ? event.thread : undefined)));
    return this.log
      .filter((event) => event.type === 'message')
      .map((message) => (changes.get(message.seq) ?? []).reduce(changeMessage, message))
      .map((message) => {
        const thread = roots.has(message.seq) ? this.replies(message.seq) : undefined;
        return thread ? { ...message, state: { ...message.state, thread } } : message;
      });
  }

  /** Those that the room's pages have. */
  shown(): Message[] {
    return this.messages().filter(({ thread, also }) => thread === undefined || also === true);
  }

  /** By the definition: what is there and not deleted, its latest three authors first; but for one that is about to go. */
  replies(root: number, without?: number): Replies | undefined {
    const deleted = new Set(this.log.map((event) => (event.type === 'deleted' ? event.message : without)));
    const replies = this.log.filter((event) => event.type === 'message').filter(({ thread }) => thread === root);
    const left = replies.filter(({ seq }) => seq !== without && !deleted.has(seq)).reverse();
    const people = [...new Set(left.map(({ author }) => author))].slice(0, 3);
    return left[0] && { replies: left.length, last: left[0].seq, lastAt: left[0].at, people };
  }

  threadPage(root: number, limit = 50): ThreadPage {
    const messages = this.messages();
    const replies = messages.filter(({ thread }) => thread === root);
    const [own] = messages.filter(({ seq }) => seq === root);
    if (!own) throw new Error(`no message ${root}`);
    const marker = { following: this.followed.has(root), upTo: this.followed.get(root) ?? 0 };
    const part = { messages: replies.slice(-limit), more: replies.length > limit };
    return { root: own, ...part, head: this.head, quoted: [], people: [], ...marker };
  }

  threadUnread(root: number): number {
    const upTo = this.followed.get(root) ?? Infinity;
    const replies = this.messages().filter(({ thread, seq }) => thread === root && seq > upTo);
    return replies.filter(({ author, state }) => author !== 'ada' && !state?.deletedBy).length;
  }

  threads(): FollowedPage {
    const threads = [...this.followed].map(([root, upTo]) => {
      const page = this.threadPage(root);
      return { room: 'general', root: page.root, upTo, head: this.head, unread: this.threadUnread(root), lastAt: '' };
    });
    return { threads, more: false, people: [] };
  }

  /** Ada follows a thread, or has read it up to a number; without one she stops. */
  mark(root: number, upTo?: number): void {
    if (upTo === undefined) this.followed.delete(root);
    else this.followed.set(root, upTo);
    const unread = upTo === undefined ? 0 : this.threadUnread(root);
    const fact = { type: 'thread', user: 'ada', seq: this.own.length + 1, at: '', room: 'general' } as const;
    this.own.push({ ...fact, root, following: upTo !== undefined, upTo: upTo ?? 0, head: this.head, unread });
  }

  /** By the definition: messages after the marker, by others, not deleted; of a thread alone only what names the reader. */
  counts(reader = 'ada') {
    const open = this.messages().filter(
      ({ seq, author, state, thread, also, mentions }) =>
        seq > this.upTo &&
        author !== reader &&
        !state?.deletedBy &&
        (thread === undefined || also === true || isMentioned(mentions, reader)),
    );
    return { unread: open.length, mentions: open.filter(({ mentions }) => isMentioned(mentions, reader)).length };
  }

  read(upTo: number): void {
    if (upTo > this.upTo) this.move(Math.min(upTo, this.head));
  }

  unreadFrom(from: number): void {
    this.move(from - 1);
  }

  roomHead(): RoomHead {
    const members = this.log.reduce((n, { type }) => n + (type === 'joined' ? 1 : type === 'left' ? -1 : 0), 0);
    return roomHead({ head: this.head, members, read: this.upTo, ...this.counts(), ...this.named() });
  }

  facts(): RoomSnapshot {
    return { ...this.roomHead(), epoch: 'e1' };
  }

  page(limit = 50): Page {
    const messages = this.shown();
    return page(messages.slice(-limit), { head: this.head, more: messages.length > limit });
  }

  pageAt({ where, seq }: Place, limit = 50): Page {
    const messages = this.shown();
    const { head } = this;
    const place = messages.findIndex((each) => each.seq >= seq + (where === 'after' ? 1 : 0));
    const at = place < 0 ? messages.length : place;
    const from = Math.max(0, { before: at - limit, after: at, around: at - limit / 2 }[where]);
    const to = { before: at, after: at + limit, around: at + limit / 2 }[where];
    const hasNewer = to < messages.length;
    const more = where === 'after' ? hasNewer : from > 0;
    return page(messages.slice(from, to), { head, more, ...(where === 'around' && { moreAfter: hasNewer }) });
  }

  private named() {
    const last = this.log.findLast((event) => event.type === 'changed');
    const owner = this.log.findLast((event) => event.type === 'owner' && event.username === 'ada');
    const { name, topic, kind, archived } = last?.type === 'changed' ? last : roomHead();
    return { name, topic, kind, archived, owner: owner?.type === 'owner' ? owner.owner : false };
  }

  private move(upTo: number): void {
    this.upTo = upTo;
    const seq = this.own.length + 1;
    this.own.push({
      type: 'read',
      user: 'ada',
      seq,
      at: '',
      room: 'general',
      upTo,
      head: this.head,
      ...this.counts(),
    });
  }
}
