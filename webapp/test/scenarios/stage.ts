import { expect, vi } from 'vitest';
import { ChatSession } from '../../src/chat/chat-session.ts';
import * as api from '../../src/http/api.ts';
import { type Chat, start } from '../../src/state/chat.ts';
import type { OutgoingText } from '../../src/state/outbox.ts';
import type { Command } from '../../src/wire/protocol.ts';
import { FakeBrowser, type FakeTab, settle } from '../outbox/fake-browser.ts';
import { FakeSocket } from '../wire/fake-line.ts';
import { ada, welcome, roomHead } from '../world.ts';
import type { PageStep, Shown, Step } from './script.ts';
import { factsOf, filled, json, pageOf, refusal, ScriptedHttp } from './server.ts';

type Doing = { [K in keyof Step]-?: (value: NonNullable<Step[K]>) => Promise<void> | void };

const states = { waiting: 'pending', sending: 'pending', accepted: 'accepted', refused: 'failed' } as const;

/**
 * Plays the server, the person and the clock of one scenario against all of the browser's client but its components: the session, the
 * state, the wire, the outbox, and the requests over HTTP.
 */
export class Stage {
  private chat: Chat = start;
  private readonly browser = new FakeBrowser();
  private readonly http = new ScriptedHttp();
  private readonly ids = new Map<string, string>();
  private dialled: FakeSocket[] = [];
  private socket = FakeSocket.closed();
  private tab!: FakeTab;
  private session!: ChatSession;

  constructor(private readonly steps: readonly Step[]) {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('document', { baseURI: 'https://chat.example.org/' });
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('fetch', this.http.fetch);
  }

  async play(): Promise<void> {
    await this.open();
    for (const [at, step] of this.steps.entries()) {
      await this.take(step).catch((problem: unknown) => {
        throw new Error(`step ${at + 1}, ${JSON.stringify(step)}: ${String(problem)}`, { cause: problem });
      });
    }
    this.assertNothingLeft();
  }

  private async take(step: Step): Promise<void> {
    const [[what, value] = ['nothing', undefined]] = Object.entries(step);
    const doing = this.doing[what as keyof Step] as ((value: unknown) => Promise<void> | void) | undefined;
    if (!doing) throw new Error(`no such step: ${what}`);
    await doing(value);
    await settle();
  }

  private readonly doing: Doing = {
    connects: async () => {
      this.http.take('GET', '/api/me').answer(json(ada));
      await settle();
      expect(this.socket.readyState).toBe(FakeSocket.CLOSED);
      this.socket = this.takeDialled();
    },
    refuses: async ({ status }) => {
      const isToldBefore = status === 401 || status === 403;
      this.http.take('GET', '/api/me').answer(isToldBefore ? refusal(status) : json(ada));
      await settle();
      if (!isToldBefore) this.takeDialled().break();
    },
    refreshes: async ({ status }) => {
      if (this.http.isAsked('/api/me')) {
        this.http.take('GET', '/api/me').answer(refusal(401));
        await settle();
      }
      const asked = this.http.take('POST', '/api/refresh');
      if (status === undefined) asked.fail();
      else asked.answer(status === 200 ? json({ me: ada }) : refusal(status));
    },
    cut: (code) => {
      this.assertNothingLeft();
      this.socket.break(code);
    },
    line: (phase) => expect(this.chat.connection.phase).toBe(phase),
    waits: (ms) => settle(ms),
    silent: () => this.assertNothingLeft(),
    welcomes: ({ epoch, you, rooms }) => {
      const facts = Object.entries(rooms).map(([id, head]) => roomHead({ id, head }));
      this.socket.hear(welcome(0, { epoch, you: { head: you }, rooms: facts }));
    },
    server: (events) => this.socket.hear(...events.map((event) => filled(this.named(event)))),
    client: (command) => expect(this.socket.sent.shift()).toEqual(this.named(command)),
    page: (step) => this.answerPage(step),
    writes: ({ room, text, as }) => {
      expect(room).toBe(this.chat.openRoom);
      const before = new Set(this.chat.outbox);
      this.session.post(text);
      const written = this.chat.outbox.find((each) => each.text === text && !before.has(each));
      this.ids.set(as, written?.id ?? '');
    },
    retries: (name) => this.session.retry(this.ids.get(name) ?? ''),
    discards: (name) => this.session.discard(this.ids.get(name) ?? ''),
    older: (room) => {
      expect(room).toBe(this.chat.openRoom);
      this.session.loadMore('start');
    },
    reloads: async () => {
      this.assertNothingLeft();
      vi.clearAllTimers();
      this.tab.crash();
      this.socket = FakeSocket.closed();
      await this.open();
    },
    shows: (shown) => this.compare(shown),
  };

  private async open(): Promise<void> {
    this.tab = this.browser.tab();
    const openSocket = () => {
      const socket = new FakeSocket();
      this.dialled.push(socket);
      return socket as unknown as WebSocket;
    };
    this.chat = start;
    // The list of threads is no message: the scripts do not tell of it.
    const threads = () => Promise.resolve({ threads: [], more: false, people: [] });
    this.session = new ChatSession({ ...api, openSocket, threads }, (chat) => (this.chat = chat), this.tab);
    this.session.begin();
    await settle();
  }

  private takeDialled(): FakeSocket {
    const socket = this.dialled.shift();
    if (!socket) throw new Error('nobody dialled');
    return socket;
  }

  private async answerPage(step: PageStep): Promise<void> {
    const { room, before, after, answer, status } = step;
    const path = `/api/rooms/${room}/messages`;
    if (!this.http.isAsked(path)) {
      this.http.take('GET', `/api/rooms/${room}`).answer(answer ? json(factsOf(step)) : refusal(status ?? 503));
      await settle();
      if (!answer) return;
    }
    const asked = this.http.take('GET', path);
    const wanted = (name: string) => (asked.query.has(name) ? Number(asked.query.get(name)) : undefined);
    expect({ before: wanted('before'), after: wanted('after') }).toEqual({ before, after });
    asked.answer(answer ? json(pageOf(this.named(answer))) : refusal(status ?? 503));
  }

  private compare({ room, messages, outbox }: Shown): void {
    const shown = this.chat.rooms.find(({ id }) => id === room);
    if (messages) expect(shown?.messages.map(({ seq, text }) => ({ seq, text }))).toEqual(messages);
    if (outbox) expect(this.chat.outbox.filter((text) => text.room === room).map(asShown)).toEqual(outbox);
  }

  private assertNothingLeft(): void {
    expect({
      sent: this.socket.sent satisfies Command[],
      dialled: this.dialled.length,
      asked: this.http.asked.map(({ method, path }) => `${method} ${path}`),
    }).toEqual({ sent: [], dialled: 0, asked: [] });
  }

  /** With the ids that the names stand for. */
  private named<T extends object>(value: T): T {
    return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
      typeof each === 'string' ? (this.ids.get(each) ?? each) : each,
    ) as T;
  }
}

function asShown({ text, progress }: OutgoingText) {
  const state = states[progress.step];
  return progress.step === 'refused' ? { text, state, reason: progress.refused.reason } : { text, state };
}
