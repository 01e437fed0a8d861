/** Who writes, by room and user name, and until when (milliseconds since 1970) that is shown. Never stored. */
export interface Typist {
  readonly room: string;
  readonly username: string;
  readonly until: number;
}
export type Typists = readonly Typist[];

const shownMs = 5_000;

export function beginTyping(typists: Typists, room: string, username: string, now: number): Typists {
  return [...endTyping(typists, room, username), { room, username, until: now + shownMs }];
}

export function endTyping(typists: Typists, room: string, username: string): Typists {
  const others = typists.filter((each) => each.room !== room || each.username !== username);
  return others.length === typists.length ? typists : others;
}

export function stillTyping(typists: Typists, now: number): Typists {
  return typists.every(({ until }) => until > now) ? typists : typists.filter(({ until }) => until > now);
}

export function nextEnd(typists: Typists): number {
  return Math.min(Infinity, ...typists.map(({ until }) => until));
}
