import type { Room } from '../state/room.ts';
import { threadKey } from '../state/threads.ts';
import type { Command } from '../wire/protocol.ts';

/** What is read up to a number: a room, or a thread in it. */
interface Mark {
  readonly key: string;
  readonly upTo: number;
  readonly seen: number;
  readonly command: Command;
}

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
    return Math.min(Infinity, ...rooms.flatMap(marksOf).map((mark) => this.tell(mark, now)));
  }

  private tell({ key, upTo, seen, command }: Mark, now: number): number {
    const before = this.told.get(key) ?? { upTo: 0, at: 0 };
    if (seen <= Math.max(upTo, before.upTo)) return Infinity;
    if (now < before.at + pauseMs) return before.at + pauseMs;
    if (this.send(command)) this.told.set(key, { upTo: seen, at: now });
    return Infinity;
  }
}

function marksOf({ id: room, reading, threads }: Room): Mark[] {
  const { upTo, seen } = reading;
  const followed = [...threads.values()].filter(({ following }) => following);
  const ofThreads = followed.map(({ root, upTo, seen }): Mark => {
    return { key: threadKey(room, root), upTo, seen, command: { type: 'read-thread', room, thread: root, upTo: seen } };
  });
  return [{ key: room, upTo, seen, command: { type: 'read', room, upTo: seen } }, ...ofThreads];
}
