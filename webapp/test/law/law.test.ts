import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Room } from '../../src/state/room.ts';
import { dice } from '../world.ts';
import { Member } from './member.ts';

const seed = Number(process.env.CHATTERBOX_SEED ?? 7);
const steps = 120;
const mark = Date.now().toString(36);
const members: Member[] = [];

beforeAll(async () => {
  for (const name of ['ada', 'grace', 'mallory']) members.push(await Member.register(`${name}-${mark}`));
  members.forEach((member) => member.begin());
  await vi.waitFor(() => members.forEach(({ room }) => expect(room?.history).toBe('known')), 5000);
});
afterAll(() => members.forEach((member) => member.end()));

/** The part of a room that both know: from the oldest message of the one that came first. */
const seen = ({ cursor, members: count, name, messages }: Room, oldest: number) => ({
  cursor,
  members: count,
  name,
  messages: messages.filter(({ seq }) => seq >= oldest),
});

it('an old snapshot and the events after it give a fresh snapshot, over any number of broken lines', async () => {
  const roll = dice(seed);
  const written: string[] = [];
  for (let step = 0; step < steps; step++) {
    const member = members[roll(members.length)];
    const chance = roll(10);
    if (chance === 0) member?.loseLine();
    else if (chance === 1) member?.hurry();
    else if (chance < 8) {
      const words = `step ${step} of ${mark}, seed ${seed}`;
      const root = chance < 4 ? member?.room?.messages.at(-1 - roll(3)) : undefined;
      written.push(words);
      if (root && root.thread === undefined) member?.postIn(root.seq, words);
      else member?.post(words);
    } else await new Promise((resolve) => setTimeout(resolve, roll(40)));
  }
  await vi.waitFor(() => members.forEach(({ chat }) => expect(chat.outbox).toEqual([])), {
    timeout: 12_000,
    interval: 100,
  });

  const [first] = members;
  if (!first) throw new Error('nobody is here');
  const oldest = Math.max(...members.map(({ room }) => room?.messages[0]?.seq ?? 0));
  const fresh = await first.freshRoom(oldest);
  await vi.waitFor(() => members.forEach(({ room }) => expect(room?.cursor).toBe(fresh.cursor)), 5000);
  for (const { room } of members) expect(room && seen(room, oldest)).toEqual(seen(fresh, oldest));
  const roots = fresh.messages.filter(({ state }) => state?.thread);
  expect(roots).not.toEqual([]);
  const replies = await Promise.all(roots.map(({ seq }) => first.replies(seq)));
  expect(roots.map(({ state }) => state?.thread?.replies)).toEqual(replies.map(({ length }) => length));
  const texts = [...fresh.messages, ...replies.flat()].map(({ text }) => text);
  expect(written.filter((text) => texts.filter((other) => other === text).length !== 1)).toEqual([]);
});
