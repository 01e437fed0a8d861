import { html, nothing } from 'lit';
import type { Standing } from '../state/presence.ts';
import { text, type TextKey } from '../texts/texts.ts';
import './standing.css';

const words: Record<Standing, TextKey> = {
  online: 'standing.online',
  away: 'standing.away',
  offline: 'standing.offline',
};

export function standingText(standing: Standing): string {
  return text(words[standing]);
}

/** The dot for the eye: filled, half, or a ring. */
export function standingDot(standing: Standing | undefined) {
  return standing
    ? html`<span class="standing" data-standing=${standing} title=${standingText(standing)} aria-hidden="true"></span>`
    : nothing;
}

/** The same for those who do not see the dot. */
export function standingWords(standing: Standing | undefined) {
  return standing ? html`<span class="visually-hidden">, ${standingText(standing)}</span>` : nothing;
}
