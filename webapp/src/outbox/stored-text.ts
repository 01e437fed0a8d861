import { atOnce, byTime, type OutgoingText } from '../state/outbox.ts';
import type { Refused } from '../wire/protocol.ts';

/** A text as the database keeps it: what has to outlive the page. Whether it was under way says nothing after that. */
export interface StoredText {
  readonly username: string;
  readonly id: string;
  readonly room: string;
  readonly text: string;
  readonly at: number;
  readonly replyTo?: number;
  readonly thread?: number;
  readonly also?: boolean;
  readonly refused?: Refused;
}

export function toStored(username: string, { progress, ...text }: OutgoingText): StoredText {
  return { username, ...text, ...(progress.step === 'refused' && { refused: progress.refused }) };
}

/** In their order; what another version stored, and this one cannot read, is left where it is. */
export function fromStored(rows: readonly unknown[]): OutgoingText[] {
  return rows.filter(isStored).map(toText).sort(byTime);
}

function toText({ id, room, text, at, replyTo, thread, also, refused }: StoredText): OutgoingText {
  const place = {
    ...(replyTo !== undefined && { replyTo }),
    ...(thread !== undefined && { thread }),
    ...(also !== undefined && { also }),
  };
  return { id, room, text, at, ...place, progress: refused?.reason ? { step: 'refused', refused } : atOnce };
}

function isStored(row: unknown): row is StoredText {
  if (typeof row !== 'object' || row === null) return false;
  const { id, room, text, at } = row as Partial<Record<keyof StoredText, unknown>>;
  return [id, room, text].every((value) => typeof value === 'string') && typeof at === 'number';
}
