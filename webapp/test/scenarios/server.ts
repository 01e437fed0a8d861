import type { Page } from '../../src/wire/protocol.ts';
import { grace, page, roomHead } from '../world.ts';
import type { PageStep } from './script.ts';

/** A request that lies on the table until a step answers it. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly answer: (response: Response) => void;
  readonly fail: () => void;
}

/** The HTTP side of a scenario's server: people are answered at once, all else waits for its step. */
export class ScriptedHttp {
  readonly asked: Asked[] = [];

  readonly fetch = (address: URL, { method }: { method: string }): Promise<Response> => {
    const [, username] = /^\/api\/people\/([^/]+)$/.exec(address.pathname) ?? [];
    if (username) return Promise.resolve(json({ username, displayName: username }));
    return new Promise((resolve, reject) => {
      const fail = () => reject(new TypeError('nobody answers'));
      this.asked.push({ method, path: address.pathname, query: address.searchParams, answer: resolve, fail });
    });
  };

  /** Takes the request for this off the table. */
  take(method: string, path: string): Asked {
    const place = this.asked.findIndex((each) => each.method === method && each.path === path);
    const [asked] = place < 0 ? [] : this.asked.splice(place, 1);
    if (!asked) throw new Error(`nobody asked for ${method} ${path}`);
    return asked;
  }

  isAsked(path: string): boolean {
    return this.asked.some((each) => each.path === path);
  }
}

/** The room, as it is when this page is read. */
export function factsOf({ room, answer }: PageStep) {
  return { ...roomHead({ id: room, head: answer?.head ?? 0 }), epoch: answer?.epoch ?? 'e1' };
}

export function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

export function refusal(status: number): Response {
  const reason = { 401: 'sign-in-again', 403: 'banned', 429: 'too-many' }[status] ?? 'busy';
  return json({ reason, status }, status);
}

export function pageOf(answer: Partial<Page>): Page {
  return { ...page([]), people: [], ...answer, messages: (answer.messages ?? []).map(filled) };
}

/** What a script leaves out of a message. */
export function filled<T extends object>(event: T): T {
  const { type, seq } = event as { type?: string; seq?: number };
  if (type !== 'message') return event;
  const id = `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
  return { author: grace.username, at: '2026-01-05T12:00:00.000Z', id, ...event };
}
