import type { Chat } from '../state/chat.ts';
import type { Message } from '../wire/protocol.ts';
import type { ChatSession } from './chat-session.ts';
import { addressOf, routeOf } from './route.ts';

interface Page {
  readonly session: ChatSession;
  chat(): Chat;
  reveal(seq: number): Promise<void>;
  say(problem: unknown): void;
}

/** The address tells the room, and a link a message in it: reload, back and a copied link lead to the same place. */
export class Navigation {
  private wanted: number | undefined;

  constructor(private readonly page: Page) {}

  begin(): void {
    addEventListener('hashchange', this.follow);
    this.follow();
  }

  end(): void {
    removeEventListener('hashchange', this.follow);
  }

  go(room: string): void {
    location.hash = addressOf(room);
  }

  linkTo({ room, seq }: Pick<Message, 'room' | 'seq'>): string {
    return new URL(addressOf(room, seq), document.baseURI).href;
  }

  async jump(room: string, seq: number): Promise<void> {
    const { page } = this;
    if (room !== page.chat().openRoom) {
      page.session.open(room);
      history.pushState(undefined, '', addressOf(room));
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
    const { me, openRoom, rooms, connection } = this.page.chat();
    if (!me) return;
    const route = routeOf(location.hash);
    if (route?.room !== openRoom && rooms.length > 0) history.replaceState(undefined, '', addressOf(openRoom));
    if (this.wanted === undefined || connection.phase !== 'open') return;
    const seq = this.wanted;
    this.wanted = undefined;
    void this.jump(openRoom, seq);
  }

  private readonly follow = () => {
    const route = routeOf(location.hash);
    if (!route) return;
    this.wanted = route.seq;
    this.page.session.open(route.room);
  };
}
