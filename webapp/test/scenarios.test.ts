import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopTime } from './outbox/fake-browser.ts';
import { about, names, stepsOf } from './scenarios/script.ts';
import { Stage } from './scenarios/stage.ts';

beforeEach(() => {
  stopTime();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the browser’s client keeps every promise:', () => {
  it.each(names.map((name) => [name, about(name)]))('%s: %s', (name) => new Stage(stepsOf(name)).play());

  it('and there are promises', () => expect(names.length).toBeGreaterThan(15));
});
