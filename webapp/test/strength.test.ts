import { describe, expect, it } from 'vitest';
import { leastScore, lengthOf, strengthOf } from '../src/account/strength.ts';

describe('the strength of a password', () => {
  it.each(['password1', 'qwertyuiop', 'chatterbox1', 'gracehopper'])('is too low for %s', async (password) => {
    expect(await strengthOf(password, ['grace', 'Grace Hopper', 'gracehopper'])).toBeLessThan(leastScore);
  });

  it.each(['seven green llamas', 'kY7#pq2vLw', 'мой дядя самых честных правил'])(
    'is enough for %s',
    async (password) => {
      expect(await strengthOf(password, [])).toBeGreaterThanOrEqual(leastScore);
    },
  );

  it('does not hang on a very long one', async () => {
    const before = performance.now();
    expect(await strengthOf('correct horse battery staple '.repeat(100), [])).toBe(4);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('counts code points, not code units', () => {
    expect(lengthOf('🔒🔒')).toBe(2);
  });
});
