import { describe, expect, it } from 'vitest';
import { encodeCommand, readFrame } from '../../src/wire/protocol.ts';
import { uuidV7 } from '../../src/wire/uuid.ts';
import { message, welcome } from '../world.ts';

describe('a frame', () => {
  it('is read event by event', () => {
    expect(readFrame(JSON.stringify([welcome(), message(1)]))).toEqual([welcome(), message(1)]);
    expect(readFrame('[]')).toEqual([]);
  });

  it('may say more than is understood', () => {
    const read = readFrame(
      '[{"type":"sparkle"},{"type":"reacted","room":"general","seq":7,"emoji":"x"},{"type":"muted","user":"ada","seq":3},3,null,{"type":"renewed","expiresIn":1,"new":2}]',
    );
    expect(read).toEqual([
      { type: 'unknown', room: 'general', seq: 7 },
      { type: 'unknown-own', user: 'ada', seq: 3 },
      { type: 'renewed', expiresIn: 1, new: 2 },
    ]);
  });

  it('is not believed when a field is of the wrong kind', () => {
    expect(readFrame('[{"type":"message","room":"general","seq":7,"id":"x","author":"a","text":{},"at":""}]')).toEqual([
      { type: 'unknown', room: 'general', seq: 7 },
    ]);
    expect(readFrame('[{"type":"constructor"}]')).toEqual([]);
    expect(readFrame('{"type":"welcome"}')).toEqual([]);
  });
});

describe('a command', () => {
  it('carries the fields of the wire and no others', () => {
    const post = { type: 'post', text: 'hi', room: 'general', id: 'x', at: 3 } as const;
    expect(encodeCommand(post)).toBe('{"type":"post","id":"x","room":"general","text":"hi"}');
  });
});

describe('an id', () => {
  it('is a UUIDv7 of its time', () => {
    const id = uuidV7(0x0123456789ab);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidV7(1)).not.toBe(uuidV7(1));
  });
});
