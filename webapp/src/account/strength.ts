export type Score = 0 | 1 | 2 | 3 | 4;

/** The least length in code points and the least zxcvbn score that the server takes. */
export const leastLength = 8;
export const leastScore = 2;

/** Grades a password as the server will, with what an attacker knows of this account. The dictionaries load on first use. */
export async function strengthOf(password: string, known: readonly string[]): Promise<Score> {
  const { gauge } = await import('./strength-gauge.ts');
  return gauge.check(password, [...known, 'chatterbox']).score;
}

export function lengthOf(value: string): number {
  return Array.from(value).length;
}
