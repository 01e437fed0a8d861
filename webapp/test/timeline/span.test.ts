import { describe, expect, it } from 'vitest';
import { bounded, earlier, isAtEnd, later, latest, shifted } from '../../src/timeline/span.ts';

describe('the part of the messages that is in the page', () => {
  it('sticks to the end', () => {
    expect(isAtEnd(latest(10_000), 10_001)).toBe(true);
    expect(latest(3).from).toBe(0);
  });

  it('never grows beyond its bound on the way to the beginning and back', () => {
    const length = 10_000;
    let span = latest(length);
    while (span.from > 0) {
      span = earlier(span, length);
      expect(Math.min(span.to, length) - span.from).toBeLessThanOrEqual(320);
    }
    while (!isAtEnd(span, length)) {
      span = later(span, length);
      expect(Math.min(span.to, length) - span.from).toBeLessThanOrEqual(320);
    }
    expect(span.to).toBe(Infinity);
  });

  it('stays with the same messages when older ones come before them', () => {
    expect(shifted({ from: 0, to: 50 }, 50)).toEqual({ from: 50, to: 100 });
  });

  it('does not pile up what comes while the reader is elsewhere', () => {
    expect(bounded({ from: 0, to: Infinity }, 300)).toEqual({ from: 0, to: Infinity });
    expect(bounded({ from: 0, to: Infinity }, 900)).toEqual({ from: 0, to: 320 });
  });
});
