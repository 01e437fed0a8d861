import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatSession, type Server } from '../../src/chat/chat-session.ts';
import { type Chat, openRoom, start } from '../../src/state/chat.ts';
import type { Standing } from '../../src/wire/connection.ts';
import type { Command } from '../../src/wire/protocol.ts';
import { grace, message, page, roomHead, welcome } from '../world.ts';
import { FakeBrowser, settle, stopTime } from '../outbox/fake-browser.ts';
import { FakeSocket } from '../wire/fake-line.ts';

let sockets: FakeSocket[];
let chat: Chat;
let session: ChatSession;
const server = {
  openSocket: () => {
    sockets.push(new FakeSocket());
    return socket() as unknown as WebSocket;
  },
  standing: vi.fn<() => Promise<Standing>>(),
  messages: vi.fn<Server['messages']>(),
  room: vi.fn<Server['room']>(),
  person: vi.fn<Server['person']>(),
  thread: vi.fn<Server['thread']>(),
  threads: vi.fn<Server['threads']>(),
};

const socket = () => sockets.at(-1) ?? new FakeSocket();
const room = () => openRoom(chat);
const posts = (commands: Command[]) => commands.flatMap((command) => (command.type === 'post' ? [command] : []));
const roomFollows = (commands: Command[]) =>
  commands.flatMap((command) => (command.type === 'follow' && 'room' in command ? [command] : []));

async function arrive(head = 0): Promise<void> {
  await settle();
  socket().hear(welcome(head));
  socket().hear({ type: 'followed', room: 'general', head });
  await settle();
}

async function reconnect(head = 0): Promise<void> {
  socket().break();
  session.wake();
  await arrive(head);
}

beforeEach(() => {
  stopTime();
  sockets = [];
  chat = start;
  server.standing.mockResolvedValue('signed-in');
  server.messages.mockResolvedValue(page([]));
  server.person.mockResolvedValue(grace);
  server.threads.mockResolvedValue({ threads: [], more: false, people: [] });
  session = new ChatSession(server, (next) => (chat = next), new FakeBrowser().tab());
  session.begin();
});
afterEach(() => {
  void session.end();
  vi.useRealTimers();
  vi.resetAllMocks();
});

describe('a session', () => {
  it('follows before it loads history', async () => {
    await settle();
    socket().hear(welcome(41));
    expect(socket().take()).toEqual([
      { type: 'follow', user: 'ada', after: 0, epoch: 'e1' },
      { type: 'follow', room: 'general', after: 41, epoch: 'e1' },
    ]);
    expect(server.messages).toHaveBeenCalledWith('general', undefined);
  });

  it('keeps one of a message that comes live and in the history', async () => {
    server.messages.mockResolvedValue(page([message(41), message(42)]));
    await settle();
    socket().hear(welcome(41), { type: 'followed', room: 'general', head: 41 }, message(42));
    await settle();
    expect(room()?.messages.map(({ seq }) => seq)).toEqual([41, 42]);
  });

  it('resumes after its last number, with the epoch that it counts in', async () => {
    await arrive(5);
    socket().hear(message(6), message(7));
    await reconnect(9);
    expect(roomFollows(socket().take())).toEqual([{ type: 'follow', room: 'general', after: 7, epoch: 'e1' }]);
    socket().hear(message(8), message(9));
    expect(room()?.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
    expect(server.messages).toHaveBeenCalledTimes(1);
  });

  it('closes a gap by following again, once', async () => {
    await arrive();
    socket().take();
    socket().hear(message(1), message(3));
    socket().hear(message(4));
    expect(roomFollows(socket().take())).toEqual([{ type: 'follow', room: 'general', after: 1, epoch: 'e1' }]);
    socket().hear({ type: 'followed', room: 'general', head: 4 }, message(2), message(3), message(4));
    expect(room()?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('follows again when a follow is not answered', async () => {
    await settle();
    socket().hear(welcome(5));
    socket().take();
    socket().hear({ type: 'refused', reason: 'busy' });
    await settle(14_999);
    expect(roomFollows(socket().take())).toEqual([]);
    await settle(1);
    expect(roomFollows(socket().take())).toEqual([{ type: 'follow', room: 'general', after: 5, epoch: 'e1' }]);
  });

  it('loads a fresh snapshot after a reset', async () => {
    await arrive();
    server.messages.mockResolvedValue(page([message(90)], { more: true }));
    server.room.mockResolvedValue({ ...roomHead({ head: 90 }), epoch: 'e1' });
    socket().hear({ type: 'reset', room: 'general', seq: 90 }, message(91));
    await settle();
    expect(room()).toMatchObject({ cursor: 91, following: 'yes', history: 'known' });
    expect(room()?.messages.map(({ seq }) => seq)).toEqual([90, 91]);
  });

  it('tries history again when it could not be had', async () => {
    server.messages.mockRejectedValueOnce(new Error('unreachable'));
    await arrive();
    expect(room()?.history).toBe('loading');
    await settle(3000);
    expect(room()?.history).toBe('known');
  });

  it('loads older pages until the beginning, one at a time', async () => {
    server.messages.mockResolvedValueOnce(page([message(51)], { more: true }));
    await arrive(51);
    server.messages.mockResolvedValueOnce(page([message(50)]));
    session.loadMore('start');
    session.loadMore('start');
    await settle();
    session.loadMore('start');
    expect(server.messages.mock.calls).toEqual([
      ['general', undefined],
      ['general', { where: 'before', seq: 51 }],
    ]);
    expect(room()?.complete).toBe(true);
  });

  it('sends one text at a time, in order', async () => {
    await arrive();
    session.post('one');
    session.post('two');
    const [first, ...others] = posts(socket().take());
    expect(first?.text).toBe('one');
    expect(others).toEqual([]);
    socket().hear({ type: 'ack', id: first?.id, room: 'general', seq: 1 });
    expect(posts(socket().take()).map(({ text }) => text)).toEqual(['two']);
  });

  it('sends again under the same id what the line swallowed, and loses nothing that was written meanwhile', async () => {
    await arrive();
    session.post('one');
    const [first] = posts(socket().take());
    socket().break();
    session.post('two');
    expect(chat.outbox.map(({ text }) => text)).toEqual(['one', 'two']);
    session.wake();
    await arrive();
    expect(posts(socket().take())).toEqual([first]);
    socket().hear({ type: 'ack', id: first?.id, room: 'general', seq: 1 });
    expect(posts(socket().take()).map(({ text }) => text)).toEqual(['two']);
  });

  it('sends after the wait that the server asked for', async () => {
    await arrive();
    session.post('one');
    const [first] = posts(socket().take());
    socket().hear({ type: 'refused', id: first?.id, reason: 'too-fast', retryAfterMs: 800 });
    await settle(799);
    expect(posts(socket().take())).toEqual([]);
    await settle(1);
    expect(posts(socket().take())).toEqual([first]);
  });

  it('sends again what nobody answers on a line that lives', async () => {
    await arrive();
    session.post('one');
    const [first] = posts(socket().take());
    await settle(15_000);
    expect(posts(socket().take())).toEqual([first]);
  });

  it('lets the writer try again or discard what was refused', async () => {
    await arrive();
    session.post('one');
    const [first] = posts(socket().take());
    socket().hear({ type: 'refused', id: first?.id, reason: 'conflict' });
    session.retry(first?.id ?? '');
    const [second] = posts(socket().take());
    expect(second).toEqual({ ...first, id: second?.id });
    expect(second?.id).not.toBe(first?.id);
    socket().hear({ type: 'refused', id: second?.id, reason: 'forbidden' });
    session.retry(second?.id ?? '');
    expect(posts(socket().take())).toEqual([second]);
    socket().hear({ type: 'refused', id: second?.id, reason: 'forbidden' });
    session.discard(second?.id ?? '');
    expect(chat.outbox).toEqual([]);
  });

  it('asks once for the name of an author whom it does not know', async () => {
    server.messages.mockResolvedValue(page([], { people: [] }));
    await arrive();
    socket().hear(message(1));
    socket().hear(message(2));
    await settle();
    expect(server.person.mock.calls).toEqual([['grace']]);
    expect(chat.names.get('grace')).toBe('Grace Hopper');
  });

  it('tells what was seen at once, and then every two seconds at most', async () => {
    await arrive(0);
    socket().hear(message(1), message(2), message(3));
    socket().take();
    [1, 2, 3].forEach((seq) => session.see('general', seq));
    expect(socket().take()).toEqual([{ type: 'read', room: 'general', upTo: 1 }]);
    await settle(2000);
    expect(socket().take()).toEqual([{ type: 'read', room: 'general', upTo: 3 }]);
    socket().break();
    session.wake();
    await settle();
    socket().hear(welcome(0, { rooms: [roomHead({ head: 3, read: 1, unread: 2 })] }));
    expect(socket().take()).toContainEqual({ type: 'read', room: 'general', upTo: 3 });
  });

  it('says that someone types every three seconds at most', async () => {
    await arrive(0);
    socket().take();
    session.tellTyping();
    session.tellTyping();
    expect(socket().take()).toEqual([{ type: 'typing', room: 'general' }]);
  });

  it('says at once that someone types again who has posted meanwhile', async () => {
    await arrive(0);
    session.tellTyping();
    session.post('hello');
    await settle();
    socket().take();
    session.tellTyping();
    expect(socket().take()).toContainEqual({ type: 'typing', room: 'general' });
  });

  it('shows who types until their message comes, or for five seconds', async () => {
    await arrive(0);
    const grace = { type: 'typing', room: 'general', username: 'grace' } as const;
    socket().hear(grace);
    expect(chat.typing).toHaveLength(1);
    socket().hear(message(1));
    expect(chat.typing).toEqual([]);
    socket().hear(grace);
    await settle(5000);
    expect(chat.typing).toEqual([]);
  });

  it('does not show that one types on another device', async () => {
    await arrive(0);
    socket().hear({ type: 'typing', room: 'general', username: 'ada' });
    expect(chat.typing).toEqual([]);
  });

  it('sends what a text answers with it', async () => {
    await arrive(1);
    session.post('yes', { replyTo: 1 });
    await settle();
    expect(posts(socket().take())).toMatchObject([{ text: 'yes', replyTo: 1 }]);
  });
});
