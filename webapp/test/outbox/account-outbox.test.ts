import { expect, it, vi } from 'vitest';
import { AccountOutbox } from '../../src/outbox/account-outbox.ts';
import type { Changes } from '../../src/state/outbox-changes.ts';

const change: Changes = { written: [], changed: [], gone: ['a'] };

it('stores first and tells then, and a bug in one step does not keep the next ones from it', async () => {
  const done: string[] = [];
  const bugs = vi.fn();
  vi.stubGlobal('reportError', bugs);
  const store = {
    of: () => Promise.resolve([]),
    keep: () => Promise.resolve().then(() => void done.push('kept')),
  };
  const channel = { postMessage: () => void done.push('told'), addEventListener: () => undefined };
  const outbox = new AccountOutbox('chat', store, channel, undefined);
  outbox.enter('ada', {
    restored: () => {
      throw new Error('a bug');
    },
    changedElsewhere: vi.fn(),
    turnTaken: vi.fn(),
    turnLost: vi.fn(),
    storageFailed: vi.fn(),
  });
  outbox.share(change);
  await outbox.settled();
  expect(done).toEqual(['kept', 'told']);
  expect(bugs).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
