import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, settle, stopTime } from '../outbox/fake-browser.ts';
import { grace, message, page, welcome } from '../world.ts';
import { ack, FakePage, texts } from './fake-page.ts';

const herself = { ...grace, role: 'member' } as const;
let browser: FakeBrowser;
let ada: FakePage;

/** The tab ends as it is, and a page begins anew. */
async function reload(history = page([])): Promise<void> {
  vi.clearAllTimers();
  ada.tab.crash();
  ada = new FakePage(browser.tab());
  ada.history = history;
  await ada.arrive();
}

beforeEach(async () => {
  stopTime();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  browser = new FakeBrowser();
  ada = await new FakePage(browser.tab()).arrive();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what was written', () => {
  it('is sent after a reload, under the ids that it had, in order, once', async () => {
    await ada.write('one', 'two');
    const [first] = ada.take();
    await reload();
    expect(ada.shows).toEqual(['one: sending', 'two: waiting']);
    expect(ada.take()).toEqual([first]);
    await ada.hear(ack(first));
    const [second] = ada.take();
    expect(second?.text).toBe('two');
    await ada.hear(ack(second));
    await reload();
    expect(ada.shows).toEqual([]);
    expect(ada.take()).toEqual([]);
  });

  it('is not overtaken by what is written before it has been read', async () => {
    await ada.loseLine();
    await ada.write('old');
    vi.clearAllTimers();
    ada.tab.crash();
    await settle(1);
    ada = new FakePage(browser.tab());
    await settle();
    ada.socket.hear(welcome());
    await ada.write('new');
    expect(texts(ada.take())).toEqual(['old']);
    expect(ada.shows).toEqual(['old: sending', 'new: waiting']);
  });

  it('keeps the reason why it failed, until it is sent again', async () => {
    await ada.write('one');
    await ada.hear({ type: 'refused', id: ada.take()[0]?.id, reason: 'forbidden' });
    await reload();
    expect(ada.chat.outbox[0]?.progress).toMatchObject({ step: 'refused', refused: { reason: 'forbidden' } });
    expect(ada.take()).toEqual([]);
    await ada.decide('retry');
    await reload();
    expect(ada.shows).toEqual(['one: sending']);
  });

  it('is not shown beside its message that is in the history', async () => {
    await ada.write('one');
    const arrived = page([message(1, { id: ada.take()[0]?.id ?? '', author: 'ada' })]);
    await reload(arrived);
    expect(ada.shows).toEqual([]);
    await reload(arrived);
    expect(ada.take()).toEqual([]);
  });

  it('is neither sent nor shown by another account, and waits for the return of its own', async () => {
    await ada.loseLine();
    await ada.write('of ada');
    const grace = await new FakePage(browser.tab(), herself).arrive();
    expect([grace.shows, grace.take()]).toEqual([[], []]);
    await reload();
    expect(texts(ada.take())).toEqual(['of ada']);
  });

  it('is not sent by a tab that finds itself signed in as somebody else, which begins anew', async () => {
    await ada.loseLine();
    await ada.write('of ada');
    ada.me = herself;
    await ada.arrive();
    expect(ada.take()).toEqual([]);
    expect(ada.tab.reload).toHaveBeenCalledTimes(1);
    await reload();
    expect(texts(ada.take())).toEqual(['of ada']);
  });

  it('is gone when someone leaves who wants it so', async () => {
    await ada.write('one', 'two');
    await ada.forget();
    await reload();
    expect(ada.shows).toEqual([]);
  });

  it('is sent all the same where the browser keeps nothing, and the page knows', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await reload();
    expect(ada.chat.stores).toBe(false);
    await ada.write('one');
    expect(texts(ada.take())).toEqual(['one']);
  });

  it('is sent all the same where the browser’s storage never answers', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    await reload();
    await ada.write('one');
    expect(ada.take()).toEqual([]);
    await settle(5_000);
    expect(texts(ada.take())).toEqual(['one']);
    expect(ada.chat.stores).toBe(false);
  });
});
