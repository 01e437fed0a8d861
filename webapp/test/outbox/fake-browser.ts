import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { AccountOutbox, type Channel } from '../../src/outbox/account-outbox.ts';
import { OutboxStore } from '../../src/outbox/outbox-store.ts';
import type { Locks } from '../../src/outbox/turn.ts';
import { noon } from '../world.ts';

/** Time stands still but for the test; the fake database runs on what is left untouched. */
export function stopTime(now = noon): void {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
}

/** Lets time pass, and then everything happen that can without more of it. */
export async function settle(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(0);
}

/** One browser: its storage, and what its tabs share. */
export class FakeBrowser {
  private readonly channels = new Set<FakeChannel>();
  private readonly locks = new Map<string, Waiting[]>();

  constructor() {
    globalThis.indexedDB = new IDBFactory();
  }

  tab(): FakeTab {
    return new FakeTab(new FakeChannel(this.channels), new FakeLocks(this.locks));
  }

  /** As on plain http beyond localhost. */
  tabWithoutLocks(): FakeTab {
    return new FakeTab(new FakeChannel(this.channels), undefined);
  }
}

export class FakeTab {
  readonly outbox: AccountOutbox;
  readonly reload = vi.fn<() => void>();

  constructor(
    readonly channel: FakeChannel,
    private readonly locks: FakeLocks | undefined,
  ) {
    this.outbox = new AccountOutbox('chat', new OutboxStore('chat'), channel, locks);
  }

  /** It ends without a goodbye. */
  crash(): void {
    this.channel.end();
    this.locks?.end();
  }
}

class FakeChannel implements Channel {
  private readonly listeners: ((event: MessageEvent) => void)[] = [];
  private missed: unknown[] | undefined;

  constructor(private readonly all: Set<FakeChannel>) {
    all.add(this);
  }

  postMessage(data: unknown): void {
    if (this.missed) return;
    for (const other of this.all) if (other !== this) other.hear(structuredClone(data));
  }

  addEventListener(_: string, listener: unknown): void {
    this.listeners.push(listener as (event: MessageEvent) => void);
  }

  end(): void {
    this.all.delete(this);
  }

  /** Nobody looks at the tab: it says nothing, and what it would hear waits. */
  freeze(): void {
    this.missed = [];
  }

  thaw(): void {
    const missed = this.missed ?? [];
    this.missed = undefined;
    missed.forEach((data) => this.hear(data));
  }

  private hear(data: unknown): void {
    if (this.missed) this.missed.push(data);
    else setImmediate(() => this.listeners.forEach((listener) => listener({ data } as MessageEvent)));
  }
}

interface Waiting {
  readonly owner: FakeLocks;
  readonly grant: () => void;
  readonly refuse: (problem: Error) => void;
}

/** One tab's view of the browser's locks, all exclusive. */
export class FakeLocks implements Locks {
  constructor(private readonly queues: Map<string, Waiting[]>) {}

  request(name: string, ...rest: unknown[]): Promise<never> {
    const [{ signal, steal }, work] = rest as [LockOptions, () => Promise<unknown>];
    const queue = this.queues.get(name) ?? [];
    this.queues.set(name, queue);
    return new Promise((_, refuse) => {
      const end = () => this.remove(queue, request);
      const request: Waiting = { owner: this, refuse, grant: () => void work().then(end, refuse) };
      signal?.addEventListener('abort', () => {
        if (queue[0] === request) return;
        end();
        refuse(new DOMException('', 'AbortError'));
      });
      if (steal) {
        queue.shift()?.refuse(new DOMException('', 'AbortError'));
        queue.unshift(request);
      } else queue.push(request);
      if (queue[0] === request) setImmediate(request.grant);
    });
  }

  end(): void {
    for (const queue of this.queues.values()) {
      queue.filter(({ owner }) => owner === this).forEach((request) => this.remove(queue, request));
    }
  }

  private remove(queue: Waiting[], request: Waiting): void {
    const place = queue.indexOf(request);
    if (place < 0) return;
    queue.splice(place, 1);
    if (place === 0 && queue[0]) setImmediate(queue[0].grant);
  }
}
