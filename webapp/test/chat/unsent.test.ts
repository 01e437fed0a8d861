// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unsentOfTab } from '../../src/chat/unsent.ts';
import { acked, type Outbox, write } from '../../src/state/outbox.ts';

const two = ['a', 'b'].reduce<Outbox>((box, id) => write(box, { id, room: 'general', text: id, at: 1 }), []);

beforeEach(() => sessionStorage.clear());

describe('unsent texts', () => {
  it('are kept per account until they are accepted', () => {
    unsentOfTab.keep('ada', acked(two, { type: 'ack', id: 'a', room: 'general', seq: 1 }));
    expect(unsentOfTab.of('ada')).toEqual([two[1]]);
    expect(unsentOfTab.of('grace')).toEqual([]);
    unsentOfTab.keep('ada', []);
    expect(sessionStorage).toHaveLength(0);
  });

  it('do no harm when the storage is broken or full', () => {
    sessionStorage.setItem('chatterbox.outbox.ada', '[{');
    expect(unsentOfTab.of('ada')).toEqual([]);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(() => unsentOfTab.keep('ada', two)).not.toThrow();
    vi.restoreAllMocks();
  });
});
