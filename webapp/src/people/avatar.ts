import { html } from 'lit';
import type { Standing } from '../state/presence.ts';
import './avatar.css';
import { standingDot } from './standing.ts';

const hues = 12;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A person's initials on a colour of their own, the same one everywhere and always, with a dot where it is known how they are. */
export function avatar(username: string, displayName: string, standing?: Standing) {
  return html`<span class="avatar" data-hue=${hueOf(username)} aria-hidden="true"
    >${initialsOf(displayName)}${standingDot(standing)}</span
  >`;
}

export function hueOf(username: string): number {
  let hash = 7;
  for (const character of username) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % hues;
}

export function initialsOf(displayName: string): string {
  const words = displayName
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => firstOf(word ?? ''))
    .join('')
    .toLocaleUpperCase();
}

function firstOf(word: string): string {
  const [first] = graphemes.segment(word);
  return first?.segment ?? '';
}
