/** Which room the address names, and which message or thread in it: `#/general`, `#/general/41`, `#/general/thread/41`, `#/general/thread/41/45`. */
export interface Route {
  readonly room: string;
  /** The number of a thread's root. */
  readonly thread?: number;
  /** Of a message in the room, or in the thread. */
  readonly seq?: number;
}

export function addressOf(room: string, seq?: number): string {
  return `#/${encodeURIComponent(room)}${seq === undefined ? '' : `/${seq}`}`;
}

export function threadAddressOf(room: string, root: number, seq?: number): string {
  return `${addressOf(room)}/thread/${root}${seq === undefined ? '' : `/${seq}`}`;
}

export function routeOf(hash: string): Route | undefined {
  const [, room, thread, seq] = /^#\/([^/]+)(?:\/thread\/(\d+))?(?:\/(\d+))?$/.exec(hash) ?? [];
  const name = room === undefined ? undefined : decoded(room);
  if (name === undefined) return undefined;
  return {
    room: name,
    ...(thread !== undefined && { thread: Number(thread) }),
    ...(seq !== undefined && { seq: Number(seq) }),
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
