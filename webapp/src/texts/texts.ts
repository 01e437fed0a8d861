import { en } from './en.ts';
import type { Text } from './text.ts';

export type TextKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

export const locale = 'en';
const catalogue: Readonly<Record<TextKey, Text>> = en;
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** The text of a key, with its `{placeholders}` filled in; `count` chooses the plural form. */
export function text(key: TextKey, values: Values = {}): string {
  const form = formOf(catalogue[key], Number(values.count ?? 0));
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(catalogue, key);
}

function formOf(entry: Text, count: number): string {
  if (typeof entry === 'string') return entry;
  return plurals.select(count) === 'one' ? (entry.one ?? entry.other) : entry.other;
}
