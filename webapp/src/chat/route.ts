/** Which room the address names, and which message in it: `#/general`, `#/general/41`. */
export interface Route {
  readonly room: string;
  readonly seq?: number;
}

export function addressOf(room: string, seq?: number): string {
  return `#/${encodeURIComponent(room)}${seq === undefined ? '' : `/${seq}`}`;
}

export function routeOf(hash: string): Route | undefined {
  const [, room, seq] = /^#\/([^/]+)(?:\/(\d+))?$/.exec(hash) ?? [];
  const name = room === undefined ? undefined : decoded(room);
  if (name === undefined) return undefined;
  return seq === undefined ? { room: name } : { room: name, seq: Number(seq) };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
