// @vitest-environment happy-dom
import { html, LitElement, render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Idleness } from '../src/chat/idleness.ts';
import '../src/people/people-list.ts';
import '../src/people/room-list.ts';
import { applyOnline, beginPresence, nobody, standingOf, type Presence } from '../src/state/presence.ts';
import { enterRoom } from '../src/state/room.ts';
import { reduce, start } from '../src/state/chat.ts';
import { ada, grace, mallory, minute, noon, online, roomHead, welcome } from './world.ts';

const view = { now: noon, me: 'ada', limit: 50, after: new Map<string, number>() };
const begun = beginPresence(nobody, { count: 2, people: [ada, grace], away: ['grace'] });
const standings = (presence: Presence) => ['ada', 'grace', 'mallory'].map((name) => standingOf(presence, name));

describe('how somebody is', () => {
  it('is known from the welcome, and from each change', () => {
    expect(standings(begun)).toEqual(['online', 'away', 'offline']);
    const turned = applyOnline(begun, { ...online([mallory], [], 3), away: ['ada'], back: ['grace'] }, view);
    expect(standings(turned)).toEqual(['away', 'online', 'online']);
    expect(standings(applyOnline(turned, online([], ['ada']), view))).toEqual(['offline', 'online', 'online']);
  });

  it('begins anew when somebody comes back', () => {
    const back = [online([], ['grace'], 1), online([grace], [])].reduce<Presence>(
      (presence, event) => applyOnline(presence, event, view),
      begun,
    );
    expect(standingOf(back, 'grace')).toBe('online');
  });

  it('is away when they came and turned away in one event', () => {
    const presence = applyOnline(begun, { ...online([mallory], [], 3), away: ['mallory'] }, view);
    expect(standingOf(presence, 'mallory')).toBe('away');
  });

  it('is not known of those whom a large crowd does not name', () => {
    expect(standingOf({ ...begun, count: 500 }, 'mallory')).toBeUndefined();
  });

  it('is drawn without a line between the messages when somebody is only away', () => {
    const turned = applyOnline(begun, { ...online([], []), away: ['ada'] }, view);
    expect(turned.lines).toEqual([]);
  });
});

describe('the dot', () => {
  afterEach(() => render(html``, document.body));

  it('is said in words too, in the list of people and at a direct conversation', async () => {
    const direct = enterRoom(roomHead({ id: 'd', kind: 'direct', people: [grace] }), 'e1', 'ada');
    const chat = reduce(start, { type: 'events-received', events: [welcome()], now: noon });
    render(
      html`<people-list .presence=${begun} .me=${'ada'}></people-list>
        <room-list .presence=${begun} .rooms=${[...chat.rooms, direct]}></room-list>`,
      document.body,
    );
    await vi.waitFor(() => expect(document.querySelectorAll('[data-testid=person]')).toHaveLength(2));
    const people = [...document.querySelectorAll('[data-testid=person]')].map((each) => each.textContent);
    expect(people[0]).toContain(', online');
    expect(people[1]).toContain(', away');
    const row = document.querySelector('[data-room=d]');
    expect(row?.textContent).toContain(', away');
    expect(row?.querySelector('.standing')?.getAttribute('data-standing')).toBe('away');
  });
});

describe('a device', () => {
  class Host extends LitElement {}
  customElements.define('test-host', Host);
  afterEach(() => vi.useRealTimers());

  it('is idle when nothing was touched for five minutes, and no longer at the first touch', () => {
    vi.useFakeTimers();
    const told: boolean[] = [];
    const host = new Host();
    new Idleness(host, (idle) => told.push(idle));
    document.body.append(host);
    vi.advanceTimersByTime(4 * minute);
    dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(4 * minute);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(minute);
    expect(told).toEqual([true]);
    dispatchEvent(new Event('pointermove'));
    dispatchEvent(new Event('pointermove'));
    expect(told).toEqual([true, false]);
    vi.advanceTimersByTime(5 * minute);
    expect(told).toEqual([true, false, true]);
    host.remove();
    vi.advanceTimersByTime(5 * minute);
    expect(told).toHaveLength(3);
  });
});
