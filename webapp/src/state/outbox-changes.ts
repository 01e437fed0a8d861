import { join, type Outbox, type OutgoingText } from './outbox.ts';

/** What became of an account's texts in one tab: for the storage to keep, and for the other tabs to take over. */
export interface Changes {
  readonly written: readonly OutgoingText[];
  readonly changed: readonly OutgoingText[];
  /** Ids of what was discarded, or arrived before its acknowledgement. */
  readonly gone: readonly string[];
}

export function changesBetween(before: Outbox, after: Outbox): Changes {
  const earlier = new Map(before.map((text) => [text.id, text]));
  const later = new Set(after.map(({ id }) => id));
  return {
    written: after.filter(({ id }) => !earlier.has(id)),
    changed: after.filter((text) => earlier.has(text.id) && earlier.get(text.id) !== text),
    // That a text was accepted has been told; each tab sees for itself when its message is there.
    gone: before.filter(({ id, progress }) => !later.has(id) && progress.step !== 'accepted').map(({ id }) => id),
  };
}

export function isNothing({ written, changed, gone }: Changes): boolean {
  return written.length === 0 && changed.length === 0 && gone.length === 0;
}

/** A change to a text that is gone here, or accepted, comes too late. */
export function applyChanges(outbox: Outbox, { written, changed, gone }: Changes): Outbox {
  const news = new Map(changed.map((text) => [text.id, text]));
  const left = new Set(gone);
  const kept = outbox.filter(({ id, progress }) => progress.step === 'accepted' || !left.has(id));
  const current = kept.map((text) => (text.progress.step === 'accepted' ? text : (news.get(text.id) ?? text)));
  return join(current, written);
}
