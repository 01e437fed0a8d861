import { locale, text } from './texts.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });
const mostNamed = 4;
const place = '\u0000';

/** A piece of a sentence: a person's name, or the words around it. */
export interface Piece {
  readonly name: boolean;
  readonly words: string;
}

/**
 * A sentence about people, such as "Ada, Grace and 3 others joined", in pieces: a name in Hebrew or Arabic has to be isolated where it
 * is drawn, or it turns the words around it.
 */
export function piecesOf(sentence: (names: string) => string, names: readonly string[]): Piece[] {
  const named = names.length > mostNamed ? names.slice(0, mostNamed - 1) : names;
  const rest = names.length - named.length;
  const [before = '', after = ''] = sentence(place).split(place);
  const listed = list.formatToParts([...named, ...(rest > 0 ? [text('presence.others', { count: rest })] : [])]);
  const pieces = listed.map(({ type, value }) => ({ name: type === 'element', words: value }));
  return [{ name: false, words: before }, ...pieces, { name: false, words: after }].filter(({ words }) => words !== '');
}
