/** What of the browser's locks is needed; plain http beyond localhost has none. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * The turn to send: of all tabs of an account one has it, and with it a lock that the browser frees when the tab ends in whatever way.
 * Without locks, or where the browser refuses them, every tab has it: then some texts go out from two tabs under one id, and the
 * server keeps one.
 */
export class Turn {
  private current: AbortController | undefined;

  /** `taken` is called with a signal that tells when the turn is over. */
  constructor(
    private readonly name: string,
    private readonly locks: Locks | undefined,
    private readonly taken: (turn: AbortSignal) => void,
  ) {}

  /** Waits behind the tab that has the turn. */
  ask(): void {
    if (!this.current) this.request(({ signal }) => ({ signal }));
  }

  /** Takes the turn from a tab that does not move: a browser may freeze one that nobody looks at. */
  seize(): void {
    this.giveUp();
    this.request(() => ({ steal: true }));
  }

  giveUp(): void {
    this.current?.abort();
    this.current = undefined;
  }

  private request(options: (turn: AbortController) => LockOptions): void {
    const turn = new AbortController();
    this.current = turn;
    const request = this.locks?.request(this.name, options(turn), () => this.hold(turn.signal));
    if (request) request.catch((problem: unknown) => (isAbort(problem) ? this.lost(turn) : this.taken(turn.signal)));
    else this.taken(turn.signal);
  }

  private async hold(turn: AbortSignal): Promise<void> {
    if (turn.aborted) return;
    this.taken(turn);
    await new Promise<void>((resolve) => turn.addEventListener('abort', () => resolve()));
  }

  /** Given up by ourselves, or seized by another tab: then we queue behind it. */
  private lost(turn: AbortController): void {
    if (turn.signal.aborted) return;
    this.giveUp();
    this.ask();
  }
}

function isAbort(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}
