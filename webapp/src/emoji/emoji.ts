import rows from 'virtual:emoji-catalogue';

export interface Emoji {
  readonly emoji: string;
  readonly label: string;
  readonly group: number;
  readonly codes: readonly string[];
}

interface Listed extends Emoji {
  readonly words: string;
}

const all: readonly Listed[] = rows.map(([emoji, label, group, codes, tags]) => ({
  emoji,
  label,
  group,
  codes,
  words: ` ${[...codes, label, tags].join(' ').toLowerCase().replaceAll('_', ' ')}`,
}));
const byCode = new Map(all.flatMap((emoji) => emoji.codes.map((code) => [code, emoji.emoji] as const)));

export const emojiGroups: readonly number[] = [...new Set(all.map(({ group }) => group))];

export function emojiIn(group: number): readonly Emoji[] {
  return all.filter((emoji) => emoji.group === group);
}

export function emojiByCode(code: string): string | undefined {
  return byCode.get(code);
}

/** Emoji of which every word of the query begins some word; those whose short code begins so come first. */
export function findEmoji(query: string, most: number): Emoji[] {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  const hits = all.filter((emoji) => words.every((word) => emoji.words.includes(` ${word}`)));
  const start = query.toLowerCase();
  const rank = ({ codes }: Emoji) =>
    codes.some((code) => code === start) ? 0 : codes.some((code) => code.startsWith(start)) ? 1 : 2;
  return hits.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}
