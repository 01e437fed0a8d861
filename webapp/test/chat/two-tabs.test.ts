import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, settle, stopTime } from '../outbox/fake-browser.ts';
import { grace, message, welcome } from '../world.ts';
import { ack, FakePage, texts } from './fake-page.ts';

let browser: FakeBrowser;
const open = () => new FakePage(browser.tab()).arrive();

beforeEach(() => {
  stopTime();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  browser = new FakeBrowser();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('two tabs of one account', () => {
  it('both show a text, and one of them sends it', async () => {
    const [first, second] = [await open(), await open()];
    await second.write('hi');
    const [post, ...others] = [...first.take(), ...second.take()];
    expect(texts([post, ...others].filter((each) => each !== undefined))).toEqual(['hi']);
    expect([first.shows, second.shows]).toEqual([['hi: sending'], ['hi: sending']]);
    await first.hear(ack(post));
    expect([first.shows, second.shows]).toEqual([['hi: accepted'], ['hi: accepted']]);
    await second.hear(message(1, { id: post?.id ?? '', author: 'ada' }));
    expect([first.shows, second.shows]).toEqual([['hi: accepted'], []]);
  });

  it('send what both wrote offline in the order of writing', async () => {
    const [first, second] = [await open(), await open()];
    await first.loseLine();
    await second.loseLine();
    await first.write('one');
    await second.write('two');
    await first.write('three');
    await second.arrive();
    await first.arrive();
    const sent: string[] = [];
    for (let n = 0; n < 3; n++) {
      const posts = [...first.take(), ...second.take()];
      sent.push(...texts(posts));
      await second.hear(ack(posts[0]));
    }
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  it.each(['closed', 'crashed'])('lose nothing when the one that sends is %s: the other takes over', async (end) => {
    const [first, second] = [await open(), await open()];
    await first.write('hi', 'there');
    const [post] = first.take();
    if (end === 'closed') await first.close();
    else first.tab.crash();
    await settle();
    expect(second.take()).toEqual([post]);
    await second.hear(ack(post));
    expect(texts(second.take())).toEqual(['there']);
  });

  it('leave the sending to the one whose line stands', async () => {
    const [first, second] = [await open(), await open()];
    await first.loseLine();
    await first.write('hi');
    expect(texts(second.take())).toEqual(['hi']);
  });

  it('know a text that one of them discards, and send again what one of them retries', async () => {
    const [first, second] = [await open(), await open()];
    await first.write('hi', 'there');
    const [post] = first.take();
    await first.hear({ type: 'refused', id: post?.id, reason: 'forbidden' });
    const [there] = first.take();
    await first.hear({ type: 'refused', id: there?.id, reason: 'forbidden' });
    expect(second.shows).toEqual(['hi: refused', 'there: refused']);
    await second.decide('discard');
    expect(first.shows).toEqual(['there: refused']);
    await second.decide('retry');
    expect(first.take()).toEqual([there]);
    expect(second.take()).toEqual([]);
  });

  it('do not wait for one that is frozen, and it does no harm when it thaws', async () => {
    const [first, second] = [await open(), await open()];
    first.tab.channel.freeze();
    await second.write('hi', 'there');
    await settle(4_998);
    expect(second.take()).toEqual([]);
    await settle(1);
    const [post] = second.take();
    expect(post?.text).toBe('hi');
    await second.hear(ack(post));
    first.tab.channel.thaw();
    await settle();
    expect(first.take()).toEqual([]);
    expect(texts(second.take())).toEqual(['there']);
    await second.close();
    expect(texts(first.take())).toEqual(['there']);
  });

  it('do not wait for one that is frozen while a text of its is under way', async () => {
    const [first, second] = [await open(), await open()];
    await first.write('hi');
    first.tab.channel.freeze();
    await settle(19_999);
    expect(second.take()).toEqual([]);
    await settle(1);
    expect(second.take()).toEqual([first.take()[0]]);
  });

  it('are patient only until the turn is theirs', async () => {
    const [first, second] = [await open(), await open()];
    first.tab.channel.freeze();
    await second.write('hi');
    first.tab.crash();
    await settle();
    const { changes } = second;
    await settle(10_000);
    expect(texts(second.take())).toEqual(['hi']);
    expect(second.changes - changes).toBeLessThan(10);
  });

  it('begin to be patient anew on a new line', async () => {
    const [first, second] = [await open(), await open()];
    first.tab.channel.freeze();
    await second.write('hi');
    await second.loseLine();
    await settle(10_000);
    await second.arrive();
    expect(second.take()).toEqual([]);
    await settle(5_000);
    expect(texts(second.take())).toEqual(['hi']);
  });

  it('show what waits to one that is opened later', async () => {
    const first = await open();
    await first.write('hi');
    expect((await open()).shows).toEqual(['hi: waiting']);
  });

  it('do not send on a line that broke while the turn came', async () => {
    const first = new FakePage(browser.tab());
    await settle();
    first.socket.hear(welcome());
    await first.loseLine();
    expect(first.chat.sends).toBe(false);
    const second = await open();
    expect(second.chat.sends).toBe(true);
  });

  it('leave the turn where it is while the server is slow or told to wait', async () => {
    const [first, second] = [await open(), await open()];
    await second.write('hi');
    const [post] = first.take();
    await settle(14_000);
    expect(second.take()).toEqual([]);
    await first.hear({ type: 'refused', id: post?.id, reason: 'busy', retryAfterMs: 8_000 });
    await settle(8_000);
    expect(first.take()).toEqual([post]);
    expect(second.take()).toEqual([]);
  });

  it('without locks both send, each in order and under the same ids', async () => {
    const pages = [new FakePage(browser.tabWithoutLocks()), new FakePage(browser.tabWithoutLocks())] as const;
    const [first, second] = pages;
    for (const each of pages) await each.arrive();
    for (const each of pages) await each.loseLine();
    await first.write('one', 'two');
    for (const each of pages) await each.arrive();
    const ids = first.chat.outbox.map(({ id }) => id);
    for (const each of pages) expect(each.take().map(({ id }) => id)).toEqual(ids.slice(0, 1));
    await second.hear(ack({ id: ids[0] ?? '' }));
    expect(second.take().map(({ id }) => id)).toEqual(ids.slice(1));
  });

  it('tell nothing to a tab of another account', async () => {
    const first = await open();
    const other = await new FakePage(browser.tab(), { ...grace, role: 'member' }).arrive();
    await first.write('hi');
    expect(other.shows).toEqual([]);
    expect(texts(first.take())).toEqual(['hi']);
    await other.write('hers');
    expect(texts(other.take())).toEqual(['hers']);
    expect(first.shows).toEqual(['hi: sending']);
  });
});
