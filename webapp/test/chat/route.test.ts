import { describe, expect, it } from 'vitest';
import { addressOf, routeOf } from '../../src/chat/route.ts';

describe('the address', () => {
  it('names a room and a message in it', () => {
    expect(routeOf(addressOf('general'))).toEqual({ room: 'general' });
    expect(routeOf(addressOf('a/b c', 41))).toEqual({ room: 'a/b c', seq: 41 });
  });

  it.each(['', '#composer', '#/', '#/general/x', '#/%E0%A4%A'])('names nothing when it is none of ours: %j', (hash) =>
    expect(routeOf(hash)).toBeUndefined(),
  );
});
