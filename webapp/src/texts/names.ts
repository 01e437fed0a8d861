import { locale, text } from './texts.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });
const mostNamed = 4;
const isolate = (name: string) => `\u2068${name}\u2069`;

/** "Ada, Grace and 3 others"; every name is isolated, so that one in Hebrew or Arabic does not turn the sentence around. */
export function nameList(names: readonly string[]): string {
  const named = names.length > mostNamed ? names.slice(0, mostNamed - 1) : names;
  const rest = names.length - named.length;
  return list.format([...named.map(isolate), ...(rest > 0 ? [text('presence.others', { count: rest })] : [])]);
}
