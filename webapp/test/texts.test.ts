import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from '../src/http/api.ts';
import { dayText } from '../src/texts/dates.ts';
import { en } from '../src/texts/en.ts';
import { piecesOf } from '../src/texts/names.ts';
import { problemText, reasonText } from '../src/texts/reasons.ts';
import { isTextKey, text } from '../src/texts/texts.ts';

const folder = join(import.meta.dirname, '../src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('en.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const keys = Object.keys(en);
/** Families whose last part is chosen at run time. */
const families = ['reason.', 'weakness.', 'emoji.group-'];

describe('the catalogue', () => {
  it('holds no key that nobody uses', () => {
    const unused = keys.filter(
      (key) => !families.some((family) => key.startsWith(family)) && !sources.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });

  it('holds every key that is used', () => {
    const prefixes = [...new Set(keys.map((key) => key.split('.')[0]))].join('|');
    const used = [...sources.matchAll(new RegExp(`'((?:${prefixes})\\.[a-z0-9-]+)'`, 'g'))].map(([, key]) => key ?? '');
    expect(used.filter((key) => !isTextKey(key) && !key.endsWith('.ts'))).toEqual([]);
    expect(used.length).toBeGreaterThan(50);
  });

  it('fills in values and chooses the plural', () => {
    expect(text('timeline.new', { count: 1 })).toBe('1 new message');
    expect(text('timeline.new', { count: 1234 })).toBe('1,234 new messages');
    expect(text('timeline.label', { room: 'a{b}$&' })).toBe('Messages in #a{b}$&');
  });
});

describe('a refusal', () => {
  it('is told in words, with its parameters', () => {
    expect(reasonText({ reason: 'too-fast', retryAfterMs: 800 })).toContain('1 second');
    expect(reasonText({ reason: 'too-fast', retryAfterMs: 95_000 })).toContain('2 minutes');
    expect(reasonText({ reason: 'too-long', limit: 4000 })).toContain('4,000');
    expect(reasonText({ reason: 'internal', incident: 'abc' })).toContain('abc');
  });

  it('of a password says what makes it weak', () => {
    const refusal = (warning: string) => problemText(new Refusal(422, { reason: 'weak-password', warning }));
    expect(refusal('dates')).toBe(text('weakness.dates'));
    expect(refusal('too-green')).toBe(text('reason.weak-password'));
  });

  it('has words for every reason of the protocol and every weakness of a password', () => {
    const server = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
    const table = server('src/docs/protocol.md').split('| reason | status')[1]?.split('## The socket')[0] ?? '';
    const reasons = [...table.matchAll(/^\| (`[^|]+)/gm)].flatMap(([, cell = '']) => cell.match(/[a-z-]+/g) ?? []);
    const constants = server('src/main/java/chatterbox/security/Weakness.java').matchAll(/^ {4}([A-Z_]+)\b[(,;]/gm);
    const weaknesses = [...constants].map(([, name = '']) => name.toLowerCase().replaceAll('_', '-'));
    expect([reasons.length > 25, weaknesses.length > 10]).toEqual([true, true]);
    const wanted = [...reasons.map((code) => `reason.${code}`), ...weaknesses.map((code) => `weakness.${code}`)];
    expect(wanted.filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('is told even when nobody knew of it when this was written', () => {
    expect(reasonText({ reason: 'gone-fishing' })).toContain('gone-fishing');
    expect(problemText(new Refusal(409, { reason: 'name-taken' }))).toBe(text('reason.name-taken'));
    expect(problemText(new Unreachable())).toBe(text('reason.unreachable'));
  });
});

describe('names and days', () => {
  it('make sentences of which the names can be told apart', () => {
    const sentence = (names: string) => text('presence.came', { names, count: 2 });
    expect(piecesOf(sentence, ['Ada', 'ليلى'])).toEqual([
      { name: true, words: 'Ada' },
      { name: false, words: ' and ' },
      { name: true, words: 'ليلى' },
      { name: false, words: ' joined' },
    ]);
  });

  it('name a few and count the rest', () => {
    const words = piecesOf((names) => names, ['a', 'b', 'c', 'd', 'e']).map((piece) => piece.words);
    expect(words.join('')).toBe('a, b, c, and 2 others');
  });

  it('call the last two days by their names', () => {
    const now = new Date(2026, 5, 15, 12).getTime();
    const day = (back: number) => new Date(2026, 5, 15 - back, 23, 59).getTime();
    expect([dayText(day(0), now), dayText(day(1), now), dayText(day(2), now)]).toEqual([
      'Today',
      'Yesterday',
      'Saturday, June 13',
    ]);
    expect(dayText(day(400), now)).toContain('2025');
  });
});
