import WebSocket from 'ws';
import { ChatSession } from '../../src/chat/chat-session.ts';
import { AccountOutbox } from '../../src/outbox/account-outbox.ts';
import type { Place, RoomSnapshot } from '../../src/http/api.ts';
import { type Chat, openRoom, start } from '../../src/state/chat.ts';
import { enterRoom, type Room } from '../../src/state/room.ts';
import { applyPage } from '../../src/state/window.ts';
import type { Message, Page, Person } from '../../src/wire/protocol.ts';
import type { FollowedPage, ThreadPage } from '../../src/wire/thread-records.ts';

/** Each member is alone in a browser that is never closed. */
const forgetful = { of: () => Promise.resolve([]), keep: () => Promise.resolve() };
const base = new URL(process.env.CHATTERBOX_URL ?? '');

/** A real account with a real session over the real wire: the page without its components. */
export class Member {
  chat: Chat = start;
  private sockets: WebSocket[] = [];
  private readonly session: ChatSession;

  private constructor(private readonly token: string) {
    const server = {
      openSocket: () => this.openSocket(),
      standing: () => Promise.resolve('signed-in' as const),
      messages: (room: string, place?: Place) => this.messages(room, place?.seq),
      room: (id: string) => this.get<RoomSnapshot>(`api/rooms/${id}`),
      person: (username: string) => this.get<Person>(`api/people/${username}`),
      thread: (room: string, root: number) => this.get<ThreadPage>(`api/rooms/${room}/messages/${root}/thread`),
      threads: () => this.get<FollowedPage>('api/me/threads'),
    };
    this.session = new ChatSession(server, (chat) => (this.chat = chat), {
      outbox: new AccountOutbox(
        'law',
        forgetful,
        { postMessage: () => undefined, addEventListener: () => undefined },
        undefined,
      ),
      reload: () => undefined,
    });
  }

  static async register(username: string): Promise<Member> {
    const response = await fetch(new URL('api/register', base), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Chatterbox': '1' },
      body: JSON.stringify({ username, password: `seven green llamas of ${username}` }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { token } = (await response.json()) as { token: string };
    return new Member(token);
  }

  begin(): void {
    this.session.begin();
  }

  end(): void {
    void this.session.end();
  }

  post(text: string): void {
    this.session.post(text);
  }

  /** In the thread under a message of the room. */
  postIn(thread: number, text: string): void {
    this.session.post(text, { thread });
  }

  loseLine(): void {
    this.sockets.at(-1)?.terminate();
  }

  hurry(): void {
    this.session.wake();
  }

  get room(): Room | undefined {
    return openRoom(this.chat);
  }

  /** What someone sees who comes in now: only HTTP, no event. */
  async freshRoom(oldest: number): Promise<Room> {
    const facts = await this.get<RoomSnapshot>('api/rooms/general');
    let room = applyPage(enterRoom(facts, facts.epoch, ''), await this.messages('general'));
    while (!room.complete && (room.messages[0]?.seq ?? 0) > oldest) {
      room = applyPage(room, await this.messages('general', room.messages[0]?.seq));
    }
    return room;
  }

  /** Every reply in a thread, by HTTP alone. */
  async replies(root: number): Promise<Message[]> {
    return (await this.get<ThreadPage>(`api/rooms/general/messages/${root}/thread?limit=200`)).messages;
  }

  private messages(room: string, before?: number): Promise<Page> {
    return this.get<Page>(`api/rooms/${room}/messages${before === undefined ? '' : `?before=${before}`}`);
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(new URL(path, base), { headers: { Authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  }

  private openSocket(): globalThis.WebSocket {
    const address = new URL('ws', base);
    address.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, { headers: { Authorization: `Bearer ${this.token}` } });
    // A handshake that fails ends in `close`, as in a browser.
    socket.on('error', () => undefined);
    this.sockets.push(socket);
    return socket as unknown as globalThis.WebSocket;
  }
}
