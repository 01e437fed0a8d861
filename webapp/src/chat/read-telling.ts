import type { Room } from '../state/room.ts';
import type { Command } from '../wire/protocol.ts';

const pauseMs = 2_000;

/** Tells the server what was seen: at once, and then every two seconds at most, however fast messages come. */
export class ReadTelling {
  private readonly told = new Map<string, { upTo: number; at: number }>();

  constructor(private readonly send: (command: Command) => boolean) {}

  /** What was told on a line that is lost may not have arrived. */
  forget(): void {
    this.told.clear();
  }

  /** What is told now, and when to look again. Infinity: never. */
  pursue(rooms: readonly Room[], now: number): number {
    return Math.min(Infinity, ...rooms.map((room) => this.tell(room, now)));
  }

  private tell({ id, reading }: Room, now: number): number {
    const before = this.told.get(id) ?? { upTo: 0, at: 0 };
    if (reading.seen <= Math.max(reading.upTo, before.upTo)) return Infinity;
    if (now < before.at + pauseMs) return before.at + pauseMs;
    if (this.send({ type: 'read', room: id, upTo: reading.seen })) this.told.set(id, { upTo: reading.seen, at: now });
    return Infinity;
  }
}
