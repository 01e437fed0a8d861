import type { Me, Message, Page, Person, Preferences, RoomHead, RoomKind } from '../wire/protocol.ts';
import type { ListedThread, FollowedPage, ThreadPage } from '../wire/thread-records.ts';
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
/** Where a page of messages lies. */
export interface Place {
  where: 'before' | 'after' | 'around';
  seq: number;
}
export interface MessagePlace {
  room: string;
  seq: number;
}
export interface Listed {
  id: string;
  name: string;
  topic: string;
  kind: RoomKind;
  members: number;
  archived: boolean;
  member: boolean;
}
export interface Directory {
  rooms: Listed[];
  more: boolean;
}
export interface Member extends Person {
  owner: boolean;
}
export interface Hit {
  message: Message;
  /** From and to in the text, in UTF-16. */
  marks: [number, number][];
}
export interface Readers {
  people: Person[];
  count: number;
}
export interface Edit {
  text: string;
  at: string;
}
export interface Found {
  hits: Hit[];
  more: boolean;
}
export type RoomSnapshot = RoomHead & { epoch: string };

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
export const preferences = () => signedInCall<Preferences>('GET', 'api/me/preferences');
export const prefer = (values: Preferences) => signedInCall<undefined>('PUT', 'api/me/preferences', values);
export const setup = (code: string) => signedInCall<Me>('POST', 'api/setup', { code });
export const person = (username: string) => signedInCall<Person>('GET', path`api/people/${username}`);
export const room = (id: string) => signedInCall<RoomSnapshot>('GET', path`api/rooms/${id}`);
/** Without a place: the latest ones. */
export const messages = (room: string, place?: Place) =>
  signedInCall<Page>('GET', `${path`api/rooms/${room}/messages`}${place ? `?${place.where}=${place.seq}` : ''}`);
/** With the first message since then in the middle. `at` is a moment in ISO 8601. */
export const messagesAt = (room: string, at: string) =>
  signedInCall<Page>('GET', path`api/rooms/${room}/messages?at=${at}`);

/** The latest replies of a thread, or those before one. */
export const thread = (room: string, root: number, before?: number) =>
  signedInCall<ThreadPage>(
    'GET',
    `${path`api/rooms/${room}/messages/${root}/thread`}${before === undefined ? '' : `?before=${before}`}`,
  );
/** Those that one follows, or those behind the last one of a page. */
export const threads = (last?: ListedThread) =>
  signedInCall<FollowedPage>(
    'GET',
    last ? path`api/me/threads?before=${`${last.lastAt}/${last.room}/${last.root.seq}`}` : 'api/me/threads?limit=200',
  );
export const followThread = ({ room, seq }: MessagePlace, on: boolean) =>
  signedInCall<undefined>(on ? 'PUT' : 'DELETE', path`api/rooms/${room}/messages/${seq}/thread/following`);

export const people = async (query: string) =>
  (await signedInCall<{ people: Person[] }>('GET', path`api/people?query=${query}`)).people;
export const createRoom = (content: { name: string; kind: RoomKind; topic: string }) =>
  signedInCall<RoomHead>('POST', 'api/rooms', content);
export const changeRoom = (
  room: string,
  content: Partial<{ name: string; kind: RoomKind; topic: string; archived: boolean }>,
) => signedInCall<undefined>('PATCH', path`api/rooms/${room}`, content);
export const directory = (query: string, after = '') =>
  signedInCall<Directory>('GET', path`api/directory?query=${query}&after=${after}`);
export const direct = (usernames: readonly string[]) =>
  signedInCall<RoomHead>('PUT', 'api/direct', { people: usernames });
export const members = async (room: string) =>
  (await signedInCall<{ people: Member[] }>('GET', path`api/rooms/${room}/members`)).people;
/** Oneself joins, another is invited. */
export const addMember = (room: string, username: string) =>
  signedInCall<undefined>('PUT', path`api/rooms/${room}/members/${username}`);
/** Oneself leaves, another is put out. */
export const removeMember = (room: string, username: string) =>
  signedInCall<undefined>('DELETE', path`api/rooms/${room}/members/${username}`);
export const turnOwner = (room: string, username: string, on: boolean) =>
  signedInCall<undefined>(on ? 'PUT' : 'DELETE', path`api/rooms/${room}/owners/${username}`);

export const editMessage = ({ room, seq }: MessagePlace, text: string) =>
  signedInCall<undefined>('PATCH', path`api/rooms/${room}/messages/${seq}`, { text });
export const deleteMessage = ({ room, seq }: MessagePlace) =>
  signedInCall<undefined>('DELETE', path`api/rooms/${room}/messages/${seq}`);
export const react = ({ room, seq }: MessagePlace, emoji: string, on: boolean) =>
  signedInCall<undefined>(on ? 'PUT' : 'DELETE', path`api/rooms/${room}/messages/${seq}/reactions/${emoji}`);
export const pin = ({ room, seq }: MessagePlace, on: boolean) =>
  signedInCall<undefined>(on ? 'PUT' : 'DELETE', path`api/rooms/${room}/messages/${seq}/pin`);
export const pins = async (room: string) =>
  (await signedInCall<{ messages: Message[] }>('GET', path`api/rooms/${room}/pins`)).messages;
/** `before` is the last hit of the page above. */
export const search = (query: string, before?: MessagePlace) =>
  signedInCall<Found>(
    'GET',
    path`api/search?q=${query}` + (before ? path`&before=${`${before.room}/${before.seq}`}` : ''),
  );
/** Who has read it, of those who tell: the first of them, and how many they are. */
export const readers = ({ room, seq }: MessagePlace) =>
  signedInCall<Readers>('GET', path`api/rooms/${room}/messages/${seq}/readers`);
/** Every text that it has had, the first one first; empty when it was never edited, or deleted. */
export const edits = async ({ room, seq }: MessagePlace) =>
  (await signedInCall<{ edits: Edit[] }>('GET', path`api/rooms/${room}/messages/${seq}/edits`)).edits;

/** A path of the server's with every part encoded. */
function path(words: TemplateStringsArray, ...parts: (string | number)[]): string {
  return String.raw({ raw: words }, ...parts.map((part) => encodeURIComponent(part)));
}

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
