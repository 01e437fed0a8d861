import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff } from '../../src/wire/backoff.ts';
import { Connection } from '../../src/wire/connection.ts';
import { welcome } from '../world.ts';
import { FakeLine } from './fake-line.ts';

let line: FakeLine;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  line = new FakeLine();
  connection = new Connection(line);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function connected(): Promise<void> {
  await connection.connect();
  line.socket.hear(welcome());
}
const waited = () => (line.state?.phase === 'waiting' ? line.state.until - Date.now() : undefined);

describe('the connection', () => {
  it('is open with the welcome, not before', async () => {
    await connection.connect();
    expect(line.state?.phase).toBe('connecting');
    line.socket.hear(welcome());
    expect(line.state?.phase).toBe('open');
    expect(line.received).toHaveBeenCalledWith([welcome()]);
  });

  it('sends commands only while it is open', async () => {
    await connection.connect();
    expect(connection.send({ type: 'unfollow', room: 'general' })).toBe(false);
    line.socket.hear(welcome());
    expect(connection.send({ type: 'unfollow', room: 'general' })).toBe(true);
    expect(line.socket.sent).toEqual([{ type: 'unfollow', room: 'general' }]);
  });

  it.each([1001, 1006, 1012, 4408])('dials again after %i, each time later', async (code) => {
    await connected();
    const delays = [];
    for (let i = 0; i < 9; i++) {
      line.socket.break(code);
      delays.push(waited());
      await vi.advanceTimersByTimeAsync(waited() ?? 0);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  });

  it('begins the backoff afresh after a line that held', async () => {
    await connected();
    line.socket.break();
    await vi.advanceTimersByTimeAsync(250);
    line.socket.hear(welcome());
    await vi.advanceTimersByTimeAsync(11_000);
    line.socket.break();
    expect(waited()).toBe(250);
  });

  it('takes a line for dead that is silent for 45 seconds', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(40_000);
    line.socket.hear();
    await vi.advanceTimersByTimeAsync(44_999);
    expect(line.state?.phase).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(line.state?.phase).toBe('waiting');
  });

  it('takes a socket for dead that never says welcome', async () => {
    await connection.connect();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(line.state?.phase).toBe('waiting');
  });

  it('waits long after a flood', async () => {
    await connected();
    line.socket.break(1008);
    expect(waited()).toBe(10_000);
  });

  it('asks who it is at once when it has to sign in again', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(11_000);
    line.standing.mockResolvedValue('signed-out');
    line.socket.break(4401);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.state?.phase).toBe('signed-out');
    expect(line.sockets).toHaveLength(1);
  });

  it('comes back at once when it was too slow on a line that held', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(11_000);
    line.socket.break(4408);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sockets).toHaveLength(2);
    line.socket.break(4408);
    expect(waited()).toBe(250);
  });

  it('waits when it has to sign in again before it was welcomed', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(11_000);
    line.socket.break(4401);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sockets).toHaveLength(2);
    line.socket.break(4401);
    expect(waited()).toBe(250);
  });

  it('never comes back when it is told so', async () => {
    await connected();
    line.socket.break(4403);
    expect(line.state?.phase).toBe('banned');
    connection.wake();
    connection.goOffline();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(line.state?.phase).toBe('banned');
    expect(line.sockets).toHaveLength(1);
  });

  it('does not dial without a session, nor without a server', async () => {
    line.standing.mockResolvedValue('unreachable');
    await connection.connect();
    expect(waited()).toBe(250);
    line.standing.mockResolvedValue('banned');
    await vi.advanceTimersByTimeAsync(250);
    expect(line.state?.phase).toBe('banned');
    expect(line.sockets).toHaveLength(0);
  });

  it('rests while the browser is offline and returns with it', async () => {
    await connected();
    connection.goOffline();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(line.state?.phase).toBe('offline');
    connection.wake();
    await vi.advanceTimersByTimeAsync(0);
    line.socket.hear(welcome());
    expect(line.state?.phase).toBe('open');
  });

  it('does not wait any longer when it is woken', async () => {
    await connected();
    line.socket.break();
    connection.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sockets).toHaveLength(2);
  });

  it('notices on waking that the line died while the device slept', async () => {
    await connected();
    vi.setSystemTime(60_000);
    connection.wake();
    expect(line.state?.phase).toBe('waiting');
  });

  it('forgets an attempt that going offline overtook', async () => {
    const attempt = connection.connect();
    connection.goOffline();
    await attempt;
    expect(line.sockets).toHaveLength(0);
  });

  it('is deaf to sockets that it left', async () => {
    await connected();
    const old = line.socket;
    connection.goOffline();
    old.break(4403);
    expect(line.state?.phase).toBe('offline');
  });
});

describe('the backoff', () => {
  it('spreads over the whole time, and never beyond half a minute', () => {
    expect(backoff(3, () => 0)).toBe(0);
    expect(backoff(3, () => 0.999)).toBe(3996);
    expect(backoff(50, () => 1)).toBe(30_000);
  });
});
