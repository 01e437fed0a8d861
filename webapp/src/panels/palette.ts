import { nameOf } from '../chat/room-names.ts';
import type { Chat } from '../state/chat.ts';
import type { Room } from '../state/room.ts';
import type { Person } from '../wire/protocol.ts';

/** Somewhere to go: a room of one's own, or a person to talk to. */
export type Target = { room: Room } | { person: Person };

const most = 12;

/** By every word's beginning; what is new comes first, then rooms before people. `found` are people of the server's answer. */
export function targetsFor(query: string, { rooms, names, me }: Chat, found: readonly Person[]): Target[] {
  const known = [...names].map(([username, displayName]) => ({ username, displayName }));
  const people = new Map([...known, ...found].map((person) => [person.username, person]));
  people.delete(me?.username ?? '');
  // A conversation with one person is that person.
  for (const { people: others } of rooms) if (others.length === 1) people.delete(others[0]?.username ?? '');
  const targets: Target[] = [...rooms.map((room) => ({ room })), ...[...people.values()].map((person) => ({ person }))];
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return targets.filter((target) => words.every((word) => begins(wordsOf(target), word))).slice(0, most);
}

/** A person is found by either name, whether or not there is a conversation with them yet. */
function wordsOf(target: Target): string {
  if ('room' in target) return [nameOf(target.room), ...target.room.people.map(({ username }) => username)].join(' ');
  return `${target.person.displayName} ${target.person.username}`;
}

/** Of a word, or of a part of one: a user name has dots and dashes. */
function begins(words: string, start: string): boolean {
  const all = words.toLocaleLowerCase().split(/\s+/);
  return all.some((word) => [word, ...word.split(/[,._-]+/)].some((part) => part.startsWith(start)));
}
