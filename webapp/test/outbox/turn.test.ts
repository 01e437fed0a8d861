import { describe, expect, it, vi } from 'vitest';
import { type Locks, Turn } from '../../src/outbox/turn.ts';
import { FakeLocks } from './fake-browser.ts';

const settled = async () => {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** A turn, and whether it is ours now. */
function asking(locks: Locks | undefined) {
  let signal: AbortSignal | undefined;
  const taken = vi.fn((turn: AbortSignal) => (signal = turn));
  return { turn: new Turn('x', locks, taken), taken, isOurs: () => signal !== undefined && !signal.aborted };
}

function two() {
  const queues: ConstructorParameters<typeof FakeLocks>[0] = new Map();
  return [asking(new FakeLocks(queues)), asking(new FakeLocks(queues))] as const;
}

describe('the turn', () => {
  it('is one tab’s at a time, and goes to the next one when it is given up', async () => {
    const [first, second] = two();
    first.turn.ask();
    first.turn.ask();
    second.turn.ask();
    await settled();
    expect([first.isOurs(), second.isOurs()]).toEqual([true, false]);
    first.turn.giveUp();
    await settled();
    expect([first.isOurs(), second.isOurs()]).toEqual([false, true]);
    expect(first.taken).toHaveBeenCalledTimes(1);
  });

  it('does not come to one that gave up waiting', async () => {
    const [first, second] = two();
    first.turn.ask();
    second.turn.ask();
    second.turn.giveUp();
    first.turn.giveUp();
    await settled();
    expect(second.taken).not.toHaveBeenCalled();
  });

  it('is not kept by one that gave up in the moment when it came', async () => {
    const [first, second] = two();
    first.turn.ask();
    first.turn.giveUp();
    second.turn.ask();
    await settled();
    expect(first.taken).not.toHaveBeenCalled();
    expect(second.isOurs()).toBe(true);
  });

  it('can be seized, and comes back in its time', async () => {
    const [first, second] = two();
    first.turn.ask();
    second.turn.ask();
    await settled();
    second.turn.seize();
    await settled();
    expect([first.isOurs(), second.isOurs()]).toEqual([false, true]);
    second.turn.giveUp();
    await settled();
    expect(first.isOurs()).toBe(true);
  });

  it('is everyone’s where there are no locks, or none for us', async () => {
    const refusing: Locks = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
    for (const locks of [undefined, refusing]) {
      const tab = asking(locks);
      tab.turn.ask();
      await settled();
      expect(tab.isOurs()).toBe(true);
      expect(tab.taken).toHaveBeenCalledTimes(1);
      tab.turn.giveUp();
      expect(tab.isOurs()).toBe(false);
    }
  });
});
