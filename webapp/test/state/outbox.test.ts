import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween, isNothing } from '../../src/state/outbox-changes.ts';
import {
  acked,
  arrived,
  discard,
  due,
  join,
  lineLost,
  nextLook,
  type Outbox,
  overdue,
  refused,
  retry,
  sent,
  unsent,
  waiting,
  write,
} from '../../src/state/outbox.ts';

const text = (id: string, at = 1) => ({ id, room: 'general', text: id, at });
const two = () => ['a', 'b'].reduce<Outbox>((box, id) => write(box, text(id)), []);
const ids = (box: readonly { id: string }[]) => box.map(({ id }) => id);
const ack = (id: string) => ({ type: 'ack', id, room: 'general', seq: 5 }) as const;
const no = (id: string, reason: string) => ({ type: 'refused', id, reason }) as const;

describe('the outbox', () => {
  it('lets one text per room go at a time, in the order of writing', () => {
    const other = write(two(), { ...text('c'), room: 'lobby' });
    expect(ids(due(other, 10))).toEqual(['a', 'c']);
    expect(ids(due(sent(other, 'a', 10), 10))).toEqual(['c']);
  });

  it('lets the next one go after the acknowledgement', () => {
    expect(ids(due(acked(sent(two(), 'a', 10), ack('a')), 10))).toEqual(['b']);
  });

  it('keeps a text until its message has arrived, whichever comes first', () => {
    const box = acked(sent(two(), 'a', 10), ack('a'));
    expect(ids(arrived(box, 'general', new Set(), 4))).toEqual(['a', 'b']);
    expect(ids(arrived(box, 'general', new Set(), 5))).toEqual(['b']);
    expect(ids(acked(arrived(two(), 'general', new Set(['a']), 5), ack('a')))).toEqual(['b']);
  });

  it('takes an accepted text for accepted, whatever is answered once more', () => {
    const box = acked(sent(two(), 'a', 10), ack('a'));
    expect(refused(box, no('a', 'busy'), 10)).toEqual(box);
  });

  it('sends again, under the same id and before later ones, what the line lost', () => {
    expect(ids(due(lineLost(sent(two(), 'a', 10)), 10))).toEqual(['a']);
  });

  it('waits as long as the server says before it tries again, and nothing overtakes meanwhile', () => {
    const box = refused(sent(two(), 'a', 10), { ...no('a', 'too-fast'), retryAfterMs: 800 }, 10);
    expect(due(box, 809)).toEqual([]);
    expect(nextLook(box, 10)).toBe(810);
    expect(ids(due(box, 810))).toEqual(['a']);
  });

  it.each(['busy', 'no-space', 'too-many'])('tries again after %s', (reason) => {
    expect(ids(due(refused(sent(two(), 'a', 10), no('a', reason), 10), 1010))).toEqual(['a']);
  });

  it('tries again after a reason that it does not know when that says when', () => {
    const box = refused(sent(two(), 'a', 10), { ...no('a', 'full-moon'), retryAfterMs: 800 }, 10);
    expect(ids(due(box, 810))).toEqual(['a']);
    expect(ids(due(refused(two(), no('a', 'full-moon'), 10), 9999))).toEqual(['b']);
  });

  it('keeps a text that was refused for good, with its reason, and lets the later ones go', () => {
    const box = refused(sent(two(), 'a', 10), no('a', 'forbidden'), 10);
    expect(box[0]?.progress).toMatchObject({ step: 'refused', refused: { reason: 'forbidden' } });
    expect(ids(due(box, 10))).toEqual(['b']);
    expect(ids(due(retry(box, 'a', 'new'), 10))).toEqual(['a']);
    expect(ids(discard(box, 'a'))).toEqual(['b']);
  });

  it('tries again under a new id only where the old one is another text’s', () => {
    const box = refused(two(), no('a', 'conflict'), 10);
    expect(ids(due(retry(box, 'a', 'new'), 10))).toEqual(['new']);
    expect(retry(two(), 'a', 'new')).toEqual(two());
  });

  it('sends again what nobody answered', () => {
    const box = sent(two(), 'a', 1000);
    expect(nextLook(box, 1000)).toBe(16_000);
    expect(due(overdue(box, 15_999), 15_999)).toEqual([]);
    expect(ids(due(overdue(box, 16_000), 16_000))).toEqual(['a']);
  });

  it('takes in others at their places, and none twice', () => {
    const older = two().map((each) => ({ ...each, at: each.at - 10 }));
    const box = write(sent(older, 'a', 10), text('c'));
    expect(ids(join(box.slice(1), older))).toEqual(['a', 'b', 'c']);
    expect(join(box, older)).toBe(box);
  });

  it('keeps the order of writing under a clock that stands or goes back', () => {
    const box = write(write(write([], text('z', 5)), text('y', 5)), text('x', 3));
    expect(ids(join([], [...box].reverse()))).toEqual(['z', 'y', 'x']);
  });

  it('counts what waits, and what would be lost', () => {
    const box = acked(refused(write(two(), text('c')), no('a', 'forbidden'), 10), ack('b'));
    expect(waiting(box)).toBe(1);
    expect(unsent(box)).toBe(2);
  });

  it('has nothing to look for when nothing waits', () => {
    expect(nextLook([], 10)).toBe(Infinity);
  });
});

describe('what changes in one tab', () => {
  const after = (change: (box: Outbox) => Outbox, there: Outbox = two()) =>
    applyChanges(there, changesBetween(two(), change(two())));

  it.each<[string, (box: Outbox) => Outbox]>([
    ['a new text', (box) => write(box, text('c'))],
    ['a text on its way', (box) => sent(box, 'a', 10)],
    ['an accepted text', (box) => acked(box, ack('a'))],
    ['a refused text', (box) => refused(box, no('a', 'too-long'), 10)],
    ['a discarded text', (box) => discard(box, 'a')],
  ])('is taken over by another: %s', (_, change) => {
    expect(ids(after(change))).toEqual(ids(change(two())));
    expect(after(change).map(({ progress }) => progress)).toEqual(change(two()).map(({ progress }) => progress));
  });

  it('is nothing when nothing did', () => {
    const box = two();
    expect(isNothing(changesBetween(box, [...box]))).toBe(true);
  });

  it('does not bring back what is gone here, nor take back what was accepted', () => {
    expect(ids(after((box) => sent(box, 'a', 10), discard(two(), 'a')))).toEqual(['b']);
    const accepted = acked(two(), ack('a'));
    expect(after((box) => sent(box, 'a', 10), accepted)).toEqual(accepted);
    expect(after((box) => discard(box, 'a'), accepted)).toEqual(accepted);
  });

  it('says once of an accepted text that it is', () => {
    const accepted = acked(two(), ack('a'));
    expect(isNothing(changesBetween(accepted, discard(accepted, 'a')))).toBe(true);
  });
});
