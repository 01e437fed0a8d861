import { describe, expect, it } from 'vitest';
import {
  acked,
  arrived,
  discard,
  due,
  lineLost,
  nextLook,
  type Outbox,
  overdue,
  refused,
  restore,
  retry,
  sent,
  write,
} from '../../src/state/outbox.ts';

const two = () => ['a', 'b'].reduce<Outbox>((box, id) => write(box, { id, room: 'general', text: id, at: 1 }), []);
const ids = (box: readonly { id: string }[]) => box.map(({ id }) => id);

describe('the outbox', () => {
  it('lets one text per room go at a time, in the order of writing', () => {
    const other = write(two(), { id: 'c', room: 'lobby', text: 'c', at: 1 });
    expect(ids(due(other, 10))).toEqual(['a', 'c']);
    expect(ids(due(sent(other, 'a', 10), 10))).toEqual(['c']);
  });

  it('lets the next one go after the acknowledgement', () => {
    const box = acked(sent(two(), 'a', 10), { type: 'ack', id: 'a', room: 'general', seq: 5 });
    expect(ids(due(box, 10))).toEqual(['b']);
  });

  it('keeps a text until its message has arrived, whichever comes first', () => {
    const ack = { type: 'ack', id: 'a', room: 'general', seq: 5 } as const;
    const box = acked(sent(two(), 'a', 10), ack);
    expect(ids(arrived(box, 'general', new Set(), 4))).toEqual(['a', 'b']);
    expect(ids(arrived(box, 'general', new Set(), 5))).toEqual(['b']);
    expect(ids(acked(arrived(two(), 'general', new Set(['a']), 5), ack))).toEqual(['b']);
  });

  it('sends again, under the same id and before later ones, what the line lost', () => {
    expect(ids(due(lineLost(sent(two(), 'a', 10)), 10))).toEqual(['a']);
  });

  it('waits as long as the server says before it tries again, and nothing overtakes meanwhile', () => {
    const box = refused(sent(two(), 'a', 10), { type: 'refused', id: 'a', reason: 'too-fast', retryAfterMs: 800 }, 10);
    expect(due(box, 809)).toEqual([]);
    expect(nextLook(box, 10)).toBe(810);
    expect(ids(due(box, 810))).toEqual(['a']);
  });

  it.each(['busy', 'no-space', 'too-many'])('tries again after %s', (reason) => {
    const box = refused(sent(two(), 'a', 10), { type: 'refused', id: 'a', reason }, 10);
    expect(ids(due(box, 1010))).toEqual(['a']);
  });

  it('keeps a text that was refused for good, with its reason, and lets the later ones go', () => {
    const box = refused(sent(two(), 'a', 10), { type: 'refused', id: 'a', reason: 'conflict' }, 10);
    expect(box[0]?.progress).toMatchObject({ step: 'refused', refused: { reason: 'conflict' } });
    expect(ids(due(box, 10))).toEqual(['b']);
    expect(ids(due(retry(box, 'a'), 10))).toEqual(['a']);
    expect(ids(discard(box, 'a'))).toEqual(['b']);
  });

  it('sends again what nobody answered', () => {
    const box = sent(two(), 'a', 1000);
    expect(nextLook(box, 1000)).toBe(16_000);
    expect(due(overdue(box, 15_999), 15_999)).toEqual([]);
    expect(ids(due(overdue(box, 16_000), 16_000))).toEqual(['a']);
  });

  it('takes back what was kept over a reload: before what was written since, once, and to be sent again', () => {
    const gone = refused(two(), { type: 'refused', id: 'b', reason: 'conflict' }, 10);
    const box = restore(write(two().slice(1), { id: 'c', room: 'general', text: 'c', at: 2 }), sent(gone, 'a', 10));
    expect(ids(box)).toEqual(['a', 'b', 'c']);
    expect(ids(due(box, 0))).toEqual(['a']);
    expect(restore([], gone)[1]?.progress.step).toBe('refused');
  });

  it('has nothing to look for when nothing waits', () => {
    expect(nextLook([], 10)).toBe(Infinity);
  });
});
