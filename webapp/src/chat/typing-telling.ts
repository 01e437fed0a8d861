import type { Command } from '../wire/protocol.ts';

const pauseMs = 3_000;

/** Tells the server that the reader writes, every three seconds at most. */
export class TypingTelling {
  private toldAt = 0;

  constructor(private readonly send: (command: Command) => boolean) {}

  tell(room: string): void {
    const now = Date.now();
    if (now - this.toldAt < pauseMs) return;
    this.toldAt = now;
    this.send({ type: 'typing', room });
  }
}
