// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { LiveAnnouncer } from '../../src/chat/live-announcer.ts';
import { enterRoom } from '../../src/state/room.ts';
import type { Message } from '../../src/wire/protocol.ts';
import { message, roomHead } from '../world.ts';

it('announces two equal messages twice, and of a long one the beginning', async () => {
  const announcer = new LiveAnnouncer();
  document.body.append(announcer);
  const room = enterRoom(roomHead(), 'e1', 'ada');
  const hear = async (newest: Message) => {
    announcer.room = { ...room, history: 'known', messages: [newest] };
    await announcer.updateComplete;
    return announcer.textContent;
  };
  await hear(message(1));
  const first = await hear(message(2, { text: 'hi' }));
  const second = await hear(message(3, { text: 'hi' }));
  expect(first).toContain('grace: hi');
  expect(second).not.toBe(first);
  expect((await hear(message(4, { text: '🚀'.repeat(4000) }))).length).toBeLessThan(500);
});
