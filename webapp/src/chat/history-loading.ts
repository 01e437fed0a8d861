import type { Place, RoomSnapshot } from '../http/api.ts';
import { type Action, type Chat, openRoom } from '../state/chat.ts';
import type { Room } from '../state/room.ts';
import type { Page } from '../wire/protocol.ts';

export interface HistoryServer {
  messages(room: string, place?: Place): Promise<Page>;
  room(id: string): Promise<RoomSnapshot>;
}

interface Steps {
  chat(): Chat;
  advance(action: Action): void;
  dispatch(action: Action): void;
}

const tryAgainMs = 3000;

/** Loads what rooms had before the socket told of them: their ends, and the parts that the reader goes to. */
export class HistoryLoading {
  constructor(
    private readonly server: HistoryServer,
    private readonly steps: Steps,
  ) {}

  pursue(): void {
    const chat = this.steps.chat();
    chat.rooms.filter(({ history }) => history === 'unknown').forEach((room) => this.loadEnd(room, chat.openRoom));
  }

  /** Loads the part of the open room around a message, unless it is there. */
  async goTo(seq: number): Promise<boolean> {
    const room = openRoom(this.steps.chat());
    if (!room) return false;
    const isThere = (room.past ?? room).messages.some((message) => message.seq === seq);
    if (!isThere) await this.fetchPast(room, { where: 'around', seq });
    return true;
  }

  /** At an edge of what the open room has. */
  loadMore(edge: 'start' | 'end'): void {
    const room = openRoom(this.steps.chat());
    if (room?.history !== 'known') return;
    if (edge === 'start') this.loadOlder(room);
    else this.loadNewer(room);
  }

  private loadOlder(room: Room): void {
    const part = room.past ?? room;
    const oldest = part.messages[0];
    if (!oldest || part.complete) return;
    if (room.past) this.loadPast(room, { where: 'before', seq: oldest.seq });
    else this.loadPage(room, oldest.seq);
  }

  private loadNewer(room: Room): void {
    const newest = room.past?.messages.at(-1);
    if (newest) this.loadPast(room, { where: 'after', seq: newest.seq });
  }

  /** Subscribed before reading: a message in between is seen twice and kept once, never missed. */
  private loadEnd(room: Room, open: string): void {
    if (room.following === 'reset') this.loadSnapshot(room);
    else if (room.id === open) this.loadPage(room);
  }

  private loadPage(room: Room, before?: number): void {
    const { id, generation } = room;
    this.load(room, async () => {
      const page = await this.server.messages(id, before === undefined ? undefined : { where: 'before', seq: before });
      this.steps.dispatch({ type: 'page-loaded', room: id, generation, page, ...(before !== undefined && { before }) });
    });
  }

  private loadPast(room: Room, place: Place): void {
    this.load(room, () => this.fetchPast(room, place));
  }

  private async fetchPast({ id, generation }: Room, place: Place): Promise<void> {
    const page = await this.server.messages(id, place);
    this.steps.dispatch({ type: 'past-loaded', room: id, generation, place, page });
  }

  private loadSnapshot(room: Room): void {
    const { id, generation } = room;
    this.load(room, async () => {
      const facts = await this.server.room(id);
      const page = await this.server.messages(id);
      this.steps.dispatch({ type: 'snapshot-loaded', generation, facts, page });
    });
  }

  private load({ id: room, generation }: Room, work: () => Promise<void>): void {
    this.steps.advance({ type: 'history-asked', room });
    work().catch(() => {
      setTimeout(() => this.steps.dispatch({ type: 'history-failed', room, generation }), tryAgainMs);
    });
  }
}
