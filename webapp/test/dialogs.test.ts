// @vitest-environment happy-dom
import { html, render } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandRunning } from '../src/chat/command-running.ts';
import type { Navigation } from '../src/chat/navigation.ts';
import '../src/panels/details-dialog.ts';
import '../src/panels/edits-dialog.ts';
import '../src/panels/search-dialog.ts';
import { reduce, start } from '../src/state/chat.ts';
import { enterRoom } from '../src/state/room.ts';
import type { Preferences, RoomHead } from '../src/wire/protocol.ts';
import { ada, message, noon, roomHead, welcome } from './world.ts';

const fetched = vi.fn<typeof fetch>();
const calls = () =>
  fetched.mock.calls.map(([url, request]) => `${request?.method} ${decodeURIComponent((url as URL).href)}`);
const bodies = () => fetched.mock.calls.map(([, request]) => JSON.parse((request?.body ?? '{}') as string) as unknown);
const answer = (body: object) => () => Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
const done = () => Promise.resolve(new Response(null, { status: 204 }));
const chat = reduce(start, { type: 'events-received', events: [welcome()], now: noon });

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  render(html``, document.body);
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const found = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
const press = (selector: string) => found(selector)[0]?.click();
const comes = (selector: string, count = 1) => vi.waitFor(() => expect(found(selector)).toHaveLength(count));

describe('the search', () => {
  const hits = (...seqs: number[]) => seqs.map((seq) => ({ message: message(seq), marks: [] }));

  it('loads older hits behind the last one, until there are no more', async () => {
    fetched.mockImplementationOnce(answer({ hits: hits(9, 8), more: true }));
    render(html`<search-dialog .chat=${chat}></search-dialog>`, document.body);
    await comes('[type=search]');
    (found('[type=search]')[0] as HTMLInputElement).value = 'text';
    press('form .button-strong');
    await comes('[data-testid=more-hits]');
    fetched.mockImplementationOnce(answer({ hits: hits(7), more: false }));
    press('[data-testid=more-hits]');
    await comes('[data-testid=hit]', 3);
    await comes('[data-testid=more-hits]', 0);
    expect(calls()[1]).toContain('q=text&before=general/8');
  });
});

describe('the earlier texts', () => {
  it('are shown with today’s first', async () => {
    const edit = (text: string) => ({ text, at: new Date(noon).toISOString() });
    fetched.mockImplementationOnce(answer({ edits: [edit('one'), edit('two'), edit('three')] }));
    render(html`<edits-dialog .message=${message(4)}></edits-dialog>`, document.body);
    await comes('[data-testid=edit-version]', 3);
    const texts = found('[data-testid=edit-version]').map((each) => each.textContent.replace(/\s+/g, ' '));
    expect(texts[0]).toMatch(/Now.*three/);
    expect(texts[1]).toMatch(/Edited.*two/);
    expect(texts[2]).toMatch(/posted.*one/);
    expect(calls()[0]).toContain('/api/rooms/general/messages/4/edits');
  });
});

describe('a room’s kind', () => {
  const open = (content: Partial<RoomHead>) => {
    fetched.mockImplementation((_, request) => (request?.method === 'GET' ? answer({ people: [] })() : done()));
    const room = enterRoom(roomHead({ id: 'r1', owner: true, ...content }), 'e1', 'ada');
    render(html`<details-dialog .room=${room} .me=${ada}></details-dialog>`, document.body);
    return comes('[data-testid=save-room]');
  };
  const patched = () => fetched.mock.calls.findIndex(([, request]) => request?.method === 'PATCH');

  it('is changed by its owner', async () => {
    await open({ kind: 'public' });
    press('[data-testid=kind-announcement]');
    press('[data-testid=save-room]');
    await vi.waitFor(() => expect(bodies()[patched()]).toMatchObject({ kind: 'announcement' }));
  });

  it('becomes open to everybody only after a question', async () => {
    await open({ kind: 'private' });
    press('[data-testid=kind-public]');
    press('[data-testid=save-room]');
    await vi.waitFor(() => expect(found('[data-testid=confirm-dialog]')[0]?.hasAttribute('open')).toBe(true));
    expect(patched()).toBe(-1);
    press('[data-testid=confirm]');
    await vi.waitFor(() => expect(bodies()[patched()]).toMatchObject({ kind: 'public' }));
  });

  it('is never private where everybody is', async () => {
    await open({ id: 'general' });
    expect(found('[data-testid=kind-private]')).toEqual([]);
  });
});

describe('the command /mute', () => {
  it('turns the room’s notifications off, /unmute on again, and leaves other rooms alone', async () => {
    const preferences: Preferences = { rooms: [{ room: 'r1', level: 'all' }] };
    const say = vi.fn();
    const nothing = () => undefined;
    const nowhere: unknown = {};
    const page = { navigation: nowhere as Navigation, post: nothing, openPanel: nothing, say };
    const running = new CommandRunning({ ...page, chat: () => ({ ...chat, preferences }) });
    fetched.mockImplementation(done);
    running.run({ name: 'mute', rest: '' });
    await vi.waitFor(() => expect(say).toHaveBeenCalledTimes(1));
    running.run({ name: 'unmute', rest: '' });
    await vi.waitFor(() => expect(say).toHaveBeenCalledTimes(2));
    expect(bodies()).toEqual([
      { rooms: [...preferences.rooms, { room: 'general', level: 'nothing' }] },
      { rooms: preferences.rooms },
    ]);
  });
});
