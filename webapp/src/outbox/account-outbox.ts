import type { Changes } from '../state/outbox-changes.ts';
import type { OutgoingText } from '../state/outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import { type Locks, Turn } from './turn.ts';

/** What a tab is told about its account's outbox. */
export interface OutboxEar {
  restored(texts: readonly OutgoingText[]): void;
  changedElsewhere(changes: Changes): void;
  /** From now on this tab sends, all that waits. */
  turnTaken(texts: readonly OutgoingText[]): void;
  turnLost(): void;
  /** Nothing more can be stored, or not at the moment. */
  storageFailed(): void;
}

/** Where the tabs of one browser hear each other. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

interface Told {
  readonly username: string;
  readonly changes: Changes;
}

/**
 * The outbox of an account beyond one tab: stored, shown by every tab of the account, sent by one of them.
 *
 * What changes in a tab is stored first and told to the other tabs then; a new tab listens first and reads then: so it sees every
 * text, some twice. Stored are texts by account: whoever signs in finds their own. All storing and reading is done one after the other.
 */
export class AccountOutbox {
  private work: Promise<void> = Promise.resolve();
  private username = '';
  private ear: OutboxEar | undefined;
  private turn: Turn | undefined;

  /** `name` tells the chats of one site apart. */
  constructor(
    private readonly name: string,
    private readonly store: Pick<OutboxStore, 'of' | 'keep'>,
    private readonly channel: Channel,
    private readonly locks: Locks | undefined,
  ) {
    channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.username === this.username) this.ear?.changedElsewhere(data.changes);
    });
  }

  enter(username: string, ear: OutboxEar): void {
    this.username = username;
    this.ear = ear;
    this.turn = new Turn(`${this.name} ${username}`, this.locks, (turn) => this.begin(turn, ear));
    this.read((texts) => ear.restored(texts));
  }

  /** The line stands: this tab could send. */
  askForTurn(): void {
    this.turn?.ask();
  }

  seizeTurn(): void {
    this.turn?.seize();
  }

  giveTurnUp(): void {
    this.turn?.giveUp();
  }

  share(changes: Changes): void {
    const { username } = this;
    this.enqueue(async () => {
      await this.store.keep(username, changes).catch(() => this.ear?.storageFailed());
      this.channel.postMessage({ username, changes } satisfies Told);
    });
  }

  /** Resolves when all that was shared is stored, or cannot be. */
  settled(): Promise<void> {
    return this.work;
  }

  private begin(turn: AbortSignal, ear: OutboxEar): void {
    this.read((texts) => {
      if (turn.aborted) return;
      turn.addEventListener('abort', () => ear.turnLost());
      ear.turnTaken(texts);
    });
  }

  private read(then: (texts: readonly OutgoingText[]) => void): void {
    const { username } = this;
    this.enqueue(async () => {
      const texts = await this.store.of(username).catch(() => {
        this.ear?.storageFailed();
        return [];
      });
      then(texts);
    });
  }

  /** A bug in one step is told, and must not keep the next texts from being stored. */
  private enqueue(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch((bug: unknown) => reportError(bug));
  }
}
