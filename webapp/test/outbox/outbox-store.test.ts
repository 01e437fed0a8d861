// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OutboxStore } from '../../src/outbox/outbox-store.ts';
import { changesBetween } from '../../src/state/outbox-changes.ts';
import { acked, discard, type Outbox, refused, sent, write } from '../../src/state/outbox.ts';

const none: Outbox = [];
const two = ['a', 'b'].reduce((box, id) => write(box, { id, room: 'general', text: id, at: 9 }), none);
const ack = { type: 'ack', id: 'a', room: 'general', seq: 1 } as const;
const no = { type: 'refused', id: 'a', reason: 'too-long', limit: 3 } as const;

let store: OutboxStore;
/** As after a restart of the browser. */
const reopened = () => new OutboxStore('chat');
const keep = (before: Outbox, after: Outbox, username = 'ada') => store.keep(username, changesBetween(before, after));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  sessionStorage.clear();
  store = reopened();
});

describe('the store of texts', () => {
  it('keeps each account its own, in their order, until they are accepted or discarded', async () => {
    await keep(none, two);
    await keep(none, [...two].reverse(), 'grace');
    expect(await reopened().of('ada')).toEqual(two);
    expect(await reopened().of('grace')).toEqual(two);
    await keep(two, acked(two, ack));
    expect(await reopened().of('ada')).toEqual(two.slice(1));
    await keep(two, discard(two, 'b'));
    expect(await reopened().of('ada')).toEqual([]);
    expect(await reopened().of('grace')).toEqual(two);
  });

  it('does not mix the chats of one site', async () => {
    await keep(none, two);
    expect(await new OutboxStore('another chat').of('ada')).toEqual([]);
  });

  it('is not confused by names that begin alike', async () => {
    await keep(none, two, 'ada.b');
    expect(await store.of('ada')).toEqual([]);
  });

  it('keeps why a text failed, and not that one was under way', async () => {
    await keep(none, two);
    const failed = refused(sent(two, 'b', 10), no, 10);
    await keep(two, failed);
    expect(await reopened().of('ada')).toEqual([failed[0], two[1]]);
    await keep(failed, sent(failed, 'a', 10));
    expect(await reopened().of('ada')).toEqual(two);
  });

  it('does not bring back what another tab has taken out', async () => {
    await keep(none, two);
    await reopened().keep('ada', changesBetween(two, discard(two, 'a')));
    await keep(two, refused(two, no, 10));
    expect(await store.of('ada')).toEqual(two.slice(1));
  });

  it('takes over, once, what the former format kept in the tab', async () => {
    sessionStorage.setItem(
      'chatterbox.outbox.ada',
      JSON.stringify([...refused(sent(two, 'b', 10), no, 10), { id: 3 }]),
    );
    const taken = await store.of('ada');
    expect(taken).toEqual(refused(two, no, 10));
    expect(sessionStorage).toHaveLength(0);
    await keep(taken, []);
    expect(await reopened().of('ada')).toEqual([]);
  });

  it('leaves the former format where it is while there is no database, and reads past one that is broken', async () => {
    sessionStorage.setItem('chatterbox.outbox.ada', JSON.stringify(two));
    sessionStorage.setItem('chatterbox.outbox.grace', '[{');
    const broken = new IDBFactory();
    broken.open = () => {
      throw new DOMException('', 'SecurityError');
    };
    globalThis.indexedDB = broken;
    await expect(store.of('ada')).rejects.toThrow();
    globalThis.indexedDB = new IDBFactory();
    expect(await reopened().of('ada')).toEqual(two);
    expect(await reopened().of('grace')).toEqual([]);
  });

  it('reads past what another version has stored', async () => {
    await keep(none, two);
    const database = await openDB('chat');
    await database.put('outbox', { username: 'ada', id: 'odd', sealed: new Uint8Array(3) });
    expect(await reopened().of('ada')).toEqual(two);
  });

  it('makes way for a newer version, and says then that it can keep nothing', async () => {
    await keep(none, two);
    const newer = await openDB('chat', 2);
    expect(newer.version).toBe(2);
    await expect(keep(two, discard(two, 'a'))).rejects.toThrow();
    expect(await newer.getAll('outbox')).toHaveLength(2);
  });

  it('says when there is no room', async () => {
    await keep(none, two);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(keep(none, two)).rejects.toThrow();
    full.mockRestore();
    expect(await store.of('ada')).toEqual(two);
  });
});
