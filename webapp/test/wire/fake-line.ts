import { vi } from 'vitest';
import type { ConnectionState, Line, Standing } from '../../src/wire/connection.ts';
import type { Command, ServerEvent } from '../../src/wire/protocol.ts';

/** A socket of which the test is the other end. */
export class FakeSocket {
  static readonly CLOSED = 3;
  readonly OPEN = 1;
  readyState = 1;
  readonly sent: Command[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Command);
  }

  static closed(): FakeSocket {
    const socket = new FakeSocket();
    socket.close();
    return socket;
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED;
  }

  hear(...events: object[]): void {
    this.onmessage?.({ data: JSON.stringify(events) });
  }

  break(code = 1006): void {
    this.close();
    this.onclose?.({ code });
  }

  take(): Command[] {
    return this.sent.splice(0);
  }
}

export class FakeLine implements Line {
  readonly sockets: FakeSocket[] = [];
  readonly states: ConnectionState[] = [];
  readonly received = vi.fn<(events: ServerEvent[]) => void>();
  standing = vi.fn<() => Promise<Standing>>().mockResolvedValue('signed-in');

  open(): WebSocket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  }

  changed(state: ConnectionState): void {
    this.states.push(state);
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('nobody dialled');
    return socket;
  }

  get state(): ConnectionState | undefined {
    return this.states.at(-1);
  }
}
