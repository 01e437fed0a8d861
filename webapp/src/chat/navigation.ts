import type { Chat } from '../state/chat.ts';
import { isAside } from '../state/threads.ts';
import { messageOf } from '../state/window.ts';
import { text } from '../texts/texts.ts';
import type { Message } from '../wire/protocol.ts';
import type { ChatSession } from './chat-session.ts';
import { addressOf, type Route, routeOf, threadAddressOf } from './route.ts';

interface Page {
  readonly session: ChatSession;
  chat(): Chat;
  reveal(seq: number): Promise<void>;
  revealReply(seq: number): Promise<void>;
  say(problem: unknown): void;
}

const home = 'general';

/** A room that was just founded is known a moment later. */
const comesWithinMs = 3000;

/** The address tells the room, and a link a message in it: reload, back and a copied link lead to the same place. */
export class Navigation {
  private wanted: number | undefined;
  private wantedReply: number | undefined;
  private heard = '';
  private missing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Page) {}

  begin(): void {
    addEventListener('hashchange', this.follow);
    this.follow();
  }

  end(): void {
    removeEventListener('hashchange', this.follow);
    clearTimeout(this.missing);
  }

  go(room: string): void {
    location.hash = addressOf(room);
  }

  goTo({ room, seq, thread }: Route): void {
    if (seq === undefined) this.go(room);
    else if (thread === undefined) void this.jump(room, seq);
    else this.goToThread(room, thread, seq);
  }

  linkTo({ room, seq, thread }: Pick<Message, 'room' | 'seq' | 'thread'>): string {
    const address = thread === undefined ? addressOf(room, seq) : threadAddressOf(room, thread, seq);
    return new URL(address, document.baseURI).href;
  }

  /** The thread under a message, and a reply in it. */
  goToThread(room: string, root: number, seq?: number): void {
    const address = threadAddressOf(room, root, seq === root ? undefined : seq);
    if (location.hash === address) this.follow();
    else location.hash = address;
  }

  async jump(room: string, seq: number): Promise<void> {
    const { page } = this;
    const known = page.chat().rooms.find(({ id }) => id === room);
    const message = known && messageOf(known, seq);
    if (message && isAside(message)) return this.goToThread(room, message.thread ?? seq, seq);
    if (room !== page.chat().openRoom) {
      page.session.open(room);
      this.write(addressOf(room), 'pushState');
    }
    try {
      await page.session.goTo(seq);
      await page.reveal(seq);
    } catch (problem) {
      page.say(problem);
    }
  }

  /** To be called after each change: the address of a room that is not to be had gives way to that of the open one. */
  settle(): void {
    const { me, openRoom, rooms, connection, thread } = this.page.chat();
    if (!me) return;
    const route = routeOf(location.hash);
    const isHere = route?.room === openRoom && (route.thread === undefined || route.thread === thread?.root);
    // Of an address that was just entered the browser has not told yet.
    const isHeard = location.hash === this.heard;
    if (!isHere && isHeard && rooms.length > 0) this.write(addressOf(openRoom), 'replaceState');
    this.settleReply();
    this.settleMissing();
    if (this.wanted === undefined || connection.phase !== 'open') return;
    const seq = this.wanted;
    this.wanted = undefined;
    void this.jump(openRoom, seq);
  }

  /** A link may lead to a room that is no longer there, or not for the reader. */
  private settleMissing(): void {
    const { openRoom, rooms, connection } = this.page.chat();
    if (connection.phase === 'open' && rooms.length > 0 && !rooms.some(({ id }) => id === openRoom)) {
      this.missing ??= setTimeout(() => this.goHome(), comesWithinMs);
    } else {
      clearTimeout(this.missing);
      this.missing = undefined;
    }
  }

  private goHome(): void {
    this.page.say(text('room.not-there'));
    this.go(home);
  }

  private write(address: string, how: 'pushState' | 'replaceState'): void {
    history[how](undefined, '', address);
    this.heard = location.hash;
  }

  /** One that is further up than what was loaded is looked for page by page. */
  private settleReply(): void {
    const { thread } = this.page.chat();
    if (this.wantedReply === undefined || thread?.history !== 'known') return;
    const seq = this.wantedReply;
    const isThere = thread.messages.some((message) => message.seq === seq);
    if (!isThere && !thread.complete) return this.page.session.threads.loadOlder();
    this.wantedReply = undefined;
    if (isThere) void this.page.revealReply(seq);
  }

  private readonly follow = () => {
    this.heard = location.hash;
    const route = routeOf(location.hash);
    if (!route) return;
    const { room, thread, seq } = route;
    const { session } = this.page;
    session.open(room);
    if (thread === undefined) session.threads.close();
    else session.threads.open(room, thread);
    [this.wanted, this.wantedReply] = thread === undefined ? [seq, undefined] : [undefined, seq];
  };
}
