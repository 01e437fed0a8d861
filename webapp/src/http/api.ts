import type { Me, Page, Person, RoomFacts } from '../wire/protocol.ts';
import type { Standing } from '../wire/connection.ts';

/** The server said no: a code and its parameters; the words are in our catalogue. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      reason: string;
      field?: string;
      retryAfterMs?: number;
      limit?: number;
      warning?: string;
      incident?: string;
    },
  ) {
    super(problem.reason);
  }

  get reason(): string {
    return this.problem.reason;
  }
}

/** No answer at all, or one that no Chatterbox server gives. */
export class Unreachable extends Error {}

export interface ServerStatus {
  name: string;
  version: string;
  setup: boolean;
}
export interface SignedIn {
  me: Me;
}
export type RoomSnapshot = RoomFacts & { epoch: string };

const refreshedAtKey = 'chatterbox.refreshed-at';
/** Longer than a busy server takes, shorter than a person waits. */
const answerMs = 15_000;

export const status = () => call<ServerStatus>('GET', 'api');
export const signIn = (username: string, password: string) =>
  call<SignedIn>('POST', 'api/login', { username, password });
export const register = (username: string, displayName: string, password: string) =>
  call<SignedIn>('POST', 'api/register', { username, password, ...(displayName && { displayName }) });
export const signOut = () => call<undefined>('POST', 'api/logout');
export const me = () => signedInCall<Me>('GET', 'api/me');
export const setup = (code: string) => signedInCall<Me>('POST', 'api/setup', { code });
export const person = (username: string) => signedInCall<Person>('GET', `api/people/${encodeURIComponent(username)}`);
export const room = (id: string) => signedInCall<RoomSnapshot>('GET', `api/rooms/${encodeURIComponent(id)}`);
export const messages = (room: string, before?: number) =>
  signedInCall<Page>(
    'GET',
    `api/rooms/${encodeURIComponent(room)}/messages${before === undefined ? '' : `?before=${before}`}`,
  );

export function socketAddress(): URL {
  const address = new URL('ws', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}

/** Who we are to the server, with a refreshed session if that is what it takes. */
export async function standing(): Promise<Standing> {
  try {
    await me();
    return 'signed-in';
  } catch (problem) {
    if (!(problem instanceof Refusal)) return 'unreachable';
    if (problem.reason === 'banned') return 'banned';
    return problem.status === 401 ? 'signed-out' : 'unreachable';
  }
}

async function signedInCall<T>(method: string, path: string, body?: object): Promise<T> {
  const before = refreshedAt();
  try {
    return await call<T>(method, path, body);
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.status !== 401) throw problem;
    await refreshSince(before);
    return await call<T>(method, path, body);
  }
}

/**
 * One tab refreshes at a time; a tab that waited takes over what the other one got, since cookies are shared.
 * Plain http beyond localhost knows no locks: there the server's grace for a token's predecessor has to do.
 */
async function refreshSince(before: string | null): Promise<void> {
  const refresh = async () => {
    if (refreshedAt() !== before) return;
    await call<SignedIn>('POST', 'api/refresh');
    localStorage.setItem(refreshedAtKey, String(Date.now()));
  };
  await ('locks' in navigator ? locked(refresh) : refresh());
}

async function locked(work: () => Promise<void>): Promise<void> {
  const signal = AbortSignal.timeout(answerMs);
  await navigator.locks.request('chatterbox-refresh', { signal }, work).catch((problem: unknown) => {
    throw problem instanceof Refusal ? problem : new Unreachable();
  });
}

/** Only compared with itself: a clock that is set back must not hide a refresh. */
function refreshedAt(): string | null {
  return localStorage.getItem(refreshedAtKey);
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { 'X-Chatterbox': '1', ...(body && { 'Content-Type': 'application/json' }) };
  const signal = AbortSignal.timeout(answerMs);
  const request = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(new URL(path, document.baseURI), request).catch(() => {
    throw new Unreachable();
  });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw new Refusal(response.status, readProblem(answer));
  return answer as T;
}

function readProblem(answer: unknown): Refusal['problem'] {
  const problem = answer as Partial<Refusal['problem']> | null;
  return { ...problem, reason: problem?.reason ?? 'internal' };
}
