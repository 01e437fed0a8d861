const firstMs = 500;
const mostMs = 30_000;

/** Exponential backoff with full jitter: a whole office that lost its server does not return in one blow. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(mostMs, firstMs * 2 ** attempt));
}
