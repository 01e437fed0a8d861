import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Changes } from '../state/outbox-changes.ts';
import type { OutgoingText } from '../state/outbox.ts';
import { forgetOlderTexts, olderTexts } from './older-format.ts';
import { fromStored, type StoredText, toStored } from './stored-text.ts';

interface Schema extends DBSchema {
  outbox: { key: [username: string, id: string]; value: StoredText };
}
type Database = IDBPDatabase<Schema>;

const version = 1;
/** A browser may leave a request unanswered for ever: then nothing is stored any more, but what is written still goes out. */
const answerMs = 5_000;

/**
 * What the accounts of this browser have written and the server has not accepted: it outlives the page, the tab and the browser.
 * Every method fails when the browser has no room, or keeps nothing at all.
 */
export class OutboxStore {
  private database: Promise<Database> | undefined;

  constructor(private readonly name: string) {}

  async of(username: string): Promise<OutgoingText[]> {
    const older = fromStored(olderTexts(username));
    const rows = await this.use(async (database) => {
      const { store, done } = database.transaction('outbox', 'readwrite');
      const puts = older.map((text) => store.put(toStored(username, text)));
      const [all] = await Promise.all([store.getAll(IDBKeyRange.bound([username], [username, []])), done, ...puts]);
      return all;
    });
    if (older.length > 0) forgetOlderTexts(username);
    return fromStored(rows);
  }

  async keep(username: string, { written, changed, gone }: Changes): Promise<void> {
    const accepted = changed.filter(({ progress }) => progress.step === 'accepted').map(({ id }) => id);
    const altered = changed.filter(({ progress }) => progress.step !== 'accepted');
    await this.use(async (database) => {
      const { store, done } = database.transaction('outbox', 'readwrite');
      const put = (text: OutgoingText) => store.put(toStored(username, text));
      // What another tab has taken out meanwhile stays out.
      const alter = async (text: OutgoingText) => (await store.getKey([username, text.id])) && (await put(text));
      const takeOut = (id: string) => store.delete([username, id]);
      await Promise.all([...written.map(put), ...altered.map(alter), ...[...accepted, ...gone].map(takeOut), done]);
    });
  }

  private async use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    this.database ??= this.open();
    const answer = this.database.then(work);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.database = tooLate;
        reject(new DOMException('', 'TimeoutError'));
      }, answerMs);
    });
    return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  }

  private open(): Promise<Database> {
    return openDB<Schema>(this.name, version, {
      upgrade: (database) => void database.createObjectStore('outbox', { keyPath: ['username', 'id'] }),
      // A newer page wants to change the format: this one steps aside.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.database = undefined;
      },
      terminated: () => (this.database = undefined),
    });
  }
}
