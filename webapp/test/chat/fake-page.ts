import { ChatSession } from '../../src/chat/chat-session.ts';
import { type Chat, start } from '../../src/state/chat.ts';
import type { Me, Page } from '../../src/wire/protocol.ts';
import { type FakeTab, settle } from '../outbox/fake-browser.ts';
import { FakeSocket } from '../wire/fake-line.ts';
import { ada, grace, page, welcome } from '../world.ts';

/** A tab with a server that only this test plays. */
export class FakePage {
  chat: Chat = start;
  changes = 0;
  history: Page = page([]);
  private readonly sockets: FakeSocket[] = [];
  private readonly session: ChatSession;

  constructor(
    readonly tab: FakeTab,
    public me: Me = ada,
  ) {
    const server = {
      openSocket: () => {
        this.sockets.push(new FakeSocket());
        return this.socket as unknown as WebSocket;
      },
      standing: () => Promise.resolve('signed-in' as const),
      messages: () => Promise.resolve(this.history),
      room: () => Promise.reject(new Error('nobody asks')),
      person: () => Promise.resolve(grace),
      thread: () => Promise.reject(new Error('nobody asks')),
      threads: () => Promise.resolve({ threads: [], more: false, people: [] }),
    };
    this.session = new ChatSession(server, (chat) => this.draw(chat), tab);
    this.session.begin();
  }

  private draw(chat: Chat): void {
    this.chat = chat;
    this.changes++;
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1) ?? new FakeSocket();
  }

  async arrive(): Promise<this> {
    this.session.wake();
    await settle();
    this.socket.hear(welcome(0, { me: this.me }), { type: 'followed', room: 'general', head: 0 });
    await settle();
    return this;
  }

  async loseLine(): Promise<void> {
    this.socket.break();
    await settle();
  }

  async write(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await settle(1);
      this.session.post(text);
    }
    await settle();
  }

  async forget(): Promise<void> {
    this.session.forgetTexts();
    await settle();
  }

  async decide(what: 'retry' | 'discard', id = this.chat.outbox[0]?.id ?? ''): Promise<void> {
    this.session[what](id);
    await settle();
  }

  /** What this tab has sent since the last look. */
  take() {
    return this.socket.take().flatMap((command) => (command.type === 'post' ? [command] : []));
  }

  async hear(...events: object[]): Promise<void> {
    this.socket.hear(...events);
    await settle();
  }

  get shows(): string[] {
    return this.chat.outbox.map(({ text, progress }) => `${text}: ${progress.step}`);
  }

  async close(): Promise<void> {
    void this.session.end();
    this.tab.channel.end();
    await settle();
  }
}

export const texts = (posts: { text: string }[]) => posts.map(({ text }) => text);
export const ack = (post: { id: string } | undefined) => ({ type: 'ack', id: post?.id, room: 'general', seq: 1 });
