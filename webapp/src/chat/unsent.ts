import type { Outbox, OutgoingText } from '../state/outbox.ts';

/** Where texts wait that the server has not accepted yet, so that a reload or an expired session does not lose them. */
export interface Unsent {
  of(username: string): readonly OutgoingText[];
  keep(username: string, outbox: Outbox): void;
}

const key = (username: string) => `chatterbox.outbox.${username}`;

/** Each tab keeps its own, for as long as it lives; each account finds only its own. */
export const unsentOfTab: Unsent = {
  of(username) {
    try {
      return JSON.parse(sessionStorage.getItem(key(username)) ?? '[]') as OutgoingText[];
    } catch {
      return [];
    }
  },
  keep(username, outbox) {
    const texts = outbox.filter(({ progress }) => progress.step !== 'accepted');
    try {
      if (texts.length > 0) sessionStorage.setItem(key(username), JSON.stringify(texts));
      else sessionStorage.removeItem(key(username));
    } catch {
      // A storage that is full or forbidden: the texts still live as long as the page does.
    }
  },
};
