import { backoff } from './backoff.ts';
import { type Command, encodeCommand, readFrame, type ServerEvent } from './protocol.ts';

/**
 * The line to the server, and the only module that touches a socket.
 *
 *   connecting --welcome--> open --close--> waiting --time, "now"--> connecting      open --4401, 4408--> connecting
 *   any --browser offline--> offline --browser online--> connecting
 *   connecting --401 even after a refresh--> signed-out      any --banned, 4403--> banned      both are final
 *
 * Each attempt first asks over HTTP who we are: a browser cannot see why a handshake failed.
 * The server writes at least every 10 s, so a line that is silent for 45 s is dead, whatever TCP believes.
 */
export type ConnectionState =
  | { phase: 'connecting' }
  | { phase: 'open' }
  | { phase: 'waiting'; until: number }
  | { phase: 'offline' }
  | { phase: 'signed-out' }
  | { phase: 'banned' };

export type Standing = 'signed-in' | 'signed-out' | 'banned' | 'unreachable';

export interface Line {
  open(): WebSocket;
  standing(): Promise<Standing>;
  changed(state: ConnectionState): void;
  received(events: ServerEvent[]): void;
}

const silentMs = 45_000;
const steadyMs = 10_000;
const floodMs = 10_000;
const closedByUs = 1000;
const flood = 1008;
const signInAgain = 4401;
const doNotReturn = 4403;
const tooSlow = 4408;

export class Connection {
  private state: ConnectionState = { phase: 'connecting' };
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private openedAt: number | undefined;
  private heardAt = 0;

  constructor(private readonly line: Line) {}

  async connect(): Promise<void> {
    this.drop();
    // Steadiness counts once: a line that closes again before its welcome has to wait.
    if (this.isSteady()) this.attempt = 0;
    this.openedAt = undefined;
    this.become({ phase: 'connecting' });
    const here = this.state;
    const standing = await this.line.standing();
    // Another attempt, or the browser going offline, may have overtaken this one.
    if (this.state !== here) return;
    if (standing === 'unreachable') this.wait(this.nextDelay());
    else if (standing === 'signed-in') this.dial();
    else this.become({ phase: standing });
  }

  /** Tells whether the command went out; a command on a closed line is the caller's to keep. */
  send(command: Command): boolean {
    if (this.state.phase !== 'open' || !this.socket || this.socket.readyState !== this.socket.OPEN) return false;
    this.socket.send(encodeCommand(command));
    return true;
  }

  /** The browser lost its network. */
  goOffline(): void {
    if (this.isFinal()) return;
    this.drop();
    this.become({ phase: 'offline' });
  }

  /** The network returned, the page came to the front or the user asked: do not wait any longer. */
  wake(): void {
    if (this.state.phase === 'waiting' || this.state.phase === 'offline') void this.connect();
    else if (this.state.phase === 'open' && Date.now() - this.heardAt > silentMs) this.lost();
  }

  stop(): void {
    this.drop();
    this.become({ phase: 'signed-out' });
  }

  private dial(): void {
    const socket = this.line.open();
    this.socket = socket;
    this.listenForSilence();
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.listenForSilence();
      this.receive(readFrame(data));
    };
    socket.onclose = ({ code }) => this.closed(code);
  }

  private receive(events: ServerEvent[]): void {
    const welcomed = events.some((event) => event.type === 'welcome');
    if (welcomed) {
      this.openedAt = Date.now();
      this.state = { phase: 'open' };
    }
    if (events.length > 0) this.line.received(events);
    // Told after the welcome was read: until then nobody may send in the name of whoever it welcomes.
    if (welcomed && this.state.phase === 'open') this.become(this.state);
  }

  private closed(code: number): void {
    if (code === doNotReturn) {
      this.drop();
      this.become({ phase: 'banned' });
    } else if (code === flood) this.wait(Math.max(floodMs, this.nextDelay()));
    else if ((code === signInAgain || code === tooSlow) && this.isSteady()) void this.connect();
    else this.wait(this.nextDelay());
  }

  private lost(): void {
    this.wait(this.nextDelay());
  }

  private wait(delay: number): void {
    this.drop();
    this.become({ phase: 'waiting', until: Date.now() + delay });
    this.timer = setTimeout(() => void this.connect(), delay);
  }

  /** The backoff starts afresh only after a line that held: one that breaks at once must not be redialled in a tight loop. */
  private nextDelay(): number {
    if (this.isSteady()) this.attempt = 0;
    this.openedAt = undefined;
    return backoff(this.attempt++);
  }

  private isSteady(): boolean {
    return this.openedAt !== undefined && Date.now() - this.openedAt > steadyMs;
  }

  private isFinal(): boolean {
    return this.state.phase === 'signed-out' || this.state.phase === 'banned';
  }

  private listenForSilence(): void {
    this.heardAt = Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), silentMs);
  }

  private drop(): void {
    clearTimeout(this.timer);
    if (!this.socket) return;
    this.socket.onmessage = null;
    this.socket.onclose = null;
    this.socket.close(closedByUs);
    this.socket = undefined;
  }

  private become(state: ConnectionState): void {
    this.state = state;
    this.line.changed(state);
  }
}
