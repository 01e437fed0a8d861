import type { Place, RoomSnapshot } from '../src/http/api.ts';
import { changeMessage, isChange } from '../src/state/message-changes.ts';
import { isMentioned } from '../src/state/reading.ts';
import type { Message, Page, ReadMoved, RoomEvent, RoomHead } from '../src/wire/protocol.ts';
import { page, roomHead } from './world.ts';

/** A room as a server keeps it: a log without gaps, what anyone may ask of it, and how far ada has read. */
export class RoomOnServer {
  readonly log: RoomEvent[] = [];
  readonly own: ReadMoved[] = [];
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
    const changes = this.log.filter(isChange);
    return this.log
      .filter((event) => event.type === 'message')
      .map((message) => changes.filter((change) => change.message === message.seq).reduce(changeMessage, message));
  }

  /** By the definition: messages after the marker, by others, not deleted. */
  counts(reader = 'ada') {
    const open = this.messages().filter(
      ({ seq, author, state }) => seq > this.upTo && author !== reader && !state?.deletedBy,
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
    const messages = this.messages();
    return page(messages.slice(-limit), { head: this.head, more: messages.length > limit });
  }

  pageAt({ where, seq }: Place, limit = 50): Page {
    const messages = this.messages();
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
