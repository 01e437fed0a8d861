import type { Command } from '../wire/protocol.ts';

const pauseMs = 3_000;

/**
 * Tells the server that the reader writes, every three seconds at most within the same text: the others' line about it ends
 * with a message, and is another one in each room.
 */
export class TypingTelling {
  private toldAt = 0;

  constructor(private readonly send: (command: Command) => boolean) {}

  tell(room: string): void {
    const now = Date.now();
    if (now - this.toldAt < pauseMs) return;
    this.toldAt = now;
    this.send({ type: 'typing', room });
  }

  /** What is written next is another text. */
  end(): void {
    this.toldAt = 0;
  }
}
