import type { Preferences, Seen } from '../wire/protocol.ts';
import type { Chat } from './chat.ts';
import type { Room } from './room.ts';

/** How far the others have read direct rooms: by room, then by user name. Never stored, and only of those who tell it. */
export type SeenMarkers = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function hearSeen(markers: SeenMarkers, { room, username, upTo }: Omit<Seen, 'type'>): SeenMarkers {
  return new Map([...markers, [room, new Map([...(markers.get(room) ?? []), [username, upTo]])]]);
}

/** The answer to who has read a message. Whoever is further already stays there. */
export function learnSeen(markers: SeenMarkers, room: string, seq: number, usernames: readonly string[]): SeenMarkers {
  const further = (username: string) => Math.max(seq, markers.get(room)?.get(username) ?? 0);
  return usernames.reduce((known, username) => hearSeen(known, { room, username, upTo: further(username) }), markers);
}

export function tellsReceipts(preferences: Preferences | undefined): boolean {
  return preferences?.receipts ?? true;
}

/** The reader's last message of a direct room, if it is the room's last word to them. */
export function lastOwn(room: Room): number | undefined {
  if (room.kind !== 'direct' || room.past) return undefined;
  return room.messages.findLast(({ author, state }) => author === room.reader && !state?.deletedBy)?.seq;
}

export interface Seers {
  readonly seq: number;
  /** User names in the order of the room's people. */
  readonly usernames: readonly string[];
  readonly everybody: boolean;
}

/** Who has seen the reader's last message of a direct room, where anybody has and the reader tells as well. */
export function seersBelow(room: Room, { seen, preferences }: Pick<Chat, 'seen' | 'preferences'>): Seers | undefined {
  const seq = lastOwn(room);
  if (seq === undefined || !tellsReceipts(preferences)) return undefined;
  const known = seen.get(room.id);
  const people = room.people.map(({ username }) => username);
  const usernames = people.filter((username) => (known?.get(username) ?? 0) >= seq);
  return usernames.length > 0 ? { seq, usernames, everybody: usernames.length === people.length } : undefined;
}
