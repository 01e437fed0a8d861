import type { Online, Person, Welcome } from '../wire/protocol.ts';

export type Standing = 'online' | 'away' | 'offline';

/** Who is online, and the lines that tell who came and went. Lines are drawn between messages and never stored. */
export interface Presence {
  readonly count: number;
  readonly people: readonly Person[];
  /** User names of those who are online, but touch none of their devices. */
  readonly away: ReadonlySet<string>;
  readonly lines: readonly PresenceLine[];
}

export interface PresenceLine {
  readonly key: string;
  readonly kind: 'came' | 'went';
  readonly usernames: readonly string[];
  /** Milliseconds since 1970, by this browser's clock: presence has no time of its own. */
  readonly at: number;
  /** Where the line stands: each room's last number when it was drawn. Clocks may differ, numbers do not. */
  readonly after: ReadonlyMap<string, number>;
}

export interface Viewpoint {
  now: number;
  me: string;
  limit: number;
  after: ReadonlyMap<string, number>;
}

const sameMomentMs = 60_000;
const mostLines = 200;

export const nobody: Presence = { count: 0, people: [], away: new Set(), lines: [] };

/** A new line to the server: the list is today's, and nobody came or went by that. */
export function beginPresence(presence: Presence, online: Welcome['online']): Presence {
  return { ...presence, count: online.count, people: byName(online.people), away: new Set(online.away) };
}

export function applyOnline(presence: Presence, event: Online, view: Viewpoint): Presence {
  const gone = new Set([...event.went, ...event.came.map(({ username }) => username)]);
  const people = byName([...presence.people.filter(({ username }) => !gone.has(username)), ...event.came]);
  const changed = { ...presence, count: event.count, people, away: awayAfter(presence.away, event) };
  if (event.count > view.limit) return changed;
  const others = (usernames: string[]) => usernames.filter((username) => username !== view.me);
  const place = { at: view.now, after: view.after };
  const came = { kind: 'came', usernames: others(event.came.map(({ username }) => username)), ...place } as const;
  const went = { kind: 'went', usernames: others(event.went), ...place } as const;
  return { ...changed, lines: [came, went].reduce(addLine, presence.lines).slice(-mostLines) };
}

/** Undefined: that is not known, for of a large crowd the server names only some. */
export function standingOf({ count, people, away }: Presence, username: string): Standing | undefined {
  if (away.has(username)) return 'away';
  if (people.some((person) => person.username === username)) return 'online';
  return count > people.length ? undefined : 'offline';
}

function awayAfter(away: Presence['away'], event: Online): Presence['away'] {
  const { came, went, away: turned = [], back = [] } = event;
  const here = new Set([...came.map(({ username }) => username), ...went, ...back]);
  return new Set([...[...away].filter((username) => !here.has(username)), ...turned]);
}

function addLine(lines: readonly PresenceLine[], line: Omit<PresenceLine, 'key'>): readonly PresenceLine[] {
  if (line.usernames.length === 0) return lines;
  const last = lines.at(-1);
  if (last?.kind === line.kind && line.at - last.at < sameMomentMs && samePlace(last.after, line.after)) {
    const usernames = [...new Set([...last.usernames, ...line.usernames])];
    return [...lines.slice(0, -1), { ...last, usernames }];
  }
  const number = last ? Number(last.key.slice('presence-'.length)) + 1 : 0;
  return [...lines, { ...line, key: `presence-${number}` }];
}

function samePlace(a: PresenceLine['after'], b: PresenceLine['after']): boolean {
  return [...b].every(([room, seq]) => a.get(room) === seq);
}

function byName(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => a.displayName.localeCompare(b.displayName) || a.username.localeCompare(b.username));
}
