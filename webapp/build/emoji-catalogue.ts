import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface Compact {
  hexcode: string;
  label: string;
  unicode: string;
  group?: number;
  order?: number;
  tags?: string[];
}

const id = 'virtual:emoji-catalogue';
const components = 2;

/** Offers emojibase's data as one small module: [emoji, label, group, short codes, tags], in the order of the picker. */
export function emojiCatalogue(): Plugin {
  return {
    name: 'emoji-catalogue',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(rows()))})` : undefined,
  };
}

function rows() {
  const require = createRequire(import.meta.url);
  const compact = require('emojibase-data/en/compact.json') as Compact[];
  const codes = require('emojibase-data/en/shortcodes/github.json') as Record<string, string | string[]>;
  return compact
    .filter((emoji) => emoji.group !== undefined && emoji.group !== components)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((emoji) => [
      emoji.unicode,
      emoji.label,
      emoji.group,
      [codes[emoji.hexcode] ?? emoji.label.toLowerCase().replace(/[^a-z0-9]+/g, '_')].flat(),
      (emoji.tags ?? []).join(' '),
    ]);
}
