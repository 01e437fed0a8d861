import type { Command } from '../wire/protocol.ts';

/** Tells the server when nobody touches this device, and on each new line again. */
export class IdleTelling {
  private idle = false;
  private told = false;

  constructor(private readonly send: (command: Command) => boolean) {}

  become(idle: boolean): void {
    this.idle = idle;
    this.pursue();
  }

  /** A new line knows nothing of it. */
  forget(): void {
    this.told = false;
  }

  pursue(): void {
    if (this.idle !== this.told && this.send({ type: 'idle', idle: this.idle })) this.told = this.idle;
  }
}
