import { html, type TemplateResult } from 'lit';
import { icons } from '../icons.ts';
import type { Room } from '../state/room.ts';
import { piecesOf } from '../texts/names.ts';
import type { RoomKind } from '../wire/protocol.ts';

/** What a room is called: a direct one by the people in it. */
export function nameOf({ kind, name, people }: Pick<Room, 'kind' | 'name' | 'people'>): string {
  if (kind !== 'direct') return name;
  const pieces = piecesOf(
    (names) => names,
    people.map(({ displayName }) => displayName),
  );
  return pieces.map(({ words }) => words).join('');
}

/** In a sentence: `#general`, or the people's names. */
export function titleOf(room: Pick<Room, 'kind' | 'name' | 'people'>): string {
  return room.kind === 'direct' ? nameOf(room) : `#${room.name}`;
}

export function signOf(kind: RoomKind): TemplateResult | string {
  if (kind === 'private') return icons.lock;
  if (kind === 'announcement') return icons.horn;
  return kind === 'direct' ? html`` : '#';
}
