import type { AccountOutbox } from '../outbox/account-outbox.ts';
import type { Action, Chat } from '../state/chat.ts';
import { changesBetween, isNothing } from '../state/outbox-changes.ts';
import { due, nextLook, type Outbox, overdue } from '../state/outbox.ts';
import type { ConnectionState } from '../wire/connection.ts';
import type { Command } from '../wire/protocol.ts';

/** What the sending needs of its session. */
export interface Steps {
  chat(): Chat;
  send(command: Command): boolean;
  /** A change that is itself a step of what the session does about another one. */
  advance(action: Action): void;
  dispatch(action: Action): void;
}

/** A tab that has the turn and lets texts lie for so long is frozen, or worse. */
const patienceMs = 5_000;

/** Sends the account's texts while it is this tab's turn, watches the tab whose turn it is otherwise, and tells both what changes here. */
export class TextSending {
  private shared: Outbox = [];
  private owedSince: number | undefined;

  constructor(
    private readonly steps: Steps,
    private readonly outbox: AccountOutbox,
  ) {}

  enter(username: string): void {
    this.outbox.enter(username, {
      restored: (texts) => this.takeIn({ type: 'texts-restored', texts }),
      turnTaken: (texts) => this.takeIn({ type: 'turn-taken', texts }),
      changedElsewhere: (changes) => this.takeIn({ type: 'texts-changed-elsewhere', changes }),
      turnLost: () => this.steps.dispatch({ type: 'turn-lost' }),
      storageFailed: () => this.steps.dispatch({ type: 'storage-failed' }),
    });
  }

  changeConnection(connection: ConnectionState): void {
    this.owedSince = undefined;
    if (connection.phase === 'open') this.outbox.askForTurn();
    this.steps.dispatch({ type: 'connection-changed', connection });
    // Only now: what was under way goes back into the queue while the turn is still ours.
    if (connection.phase !== 'open') this.outbox.giveTurnUp();
  }

  pursue(now: number): void {
    const { sends, outbox } = this.steps.chat();
    if (!sends) return this.watchSender(outbox, now);
    this.owedSince = undefined;
    for (const text of due(outbox, now)) {
      if (this.steps.send({ type: 'post', ...text })) this.steps.advance({ type: 'text-sent', id: text.id, now });
    }
  }

  /** When to look again without any event. Infinity: never. */
  nextLook(now: number): number {
    const patience = this.owedSince === undefined ? Infinity : this.owedSince + patienceMs;
    return Math.min(nextLook(this.steps.chat().outbox, now), patience);
  }

  share(): void {
    const { me, outbox } = this.steps.chat();
    const changes = changesBetween(this.shared, outbox);
    if (!me || isNothing(changes)) return;
    this.shared = outbox;
    this.outbox.share(changes);
  }

  /** Resolves when all that was shared is stored, or cannot be. */
  settled(): Promise<void> {
    return this.outbox.settled();
  }

  /** What comes from the storage or another tab is not told back to them; what follows from it here is. */
  private takeIn(action: Action): void {
    this.steps.advance(action);
    this.shared = this.steps.chat().outbox;
    this.steps.dispatch({ type: 'texts-settled' });
  }

  private watchSender(outbox: Outbox, now: number): void {
    const owed = due(overdue(outbox, now), now).length > 0;
    this.owedSince = owed ? (this.owedSince ?? now) : undefined;
    if (this.owedSince === undefined || now - this.owedSince < patienceMs) return;
    this.owedSince = undefined;
    this.outbox.seizeTurn();
  }
}
