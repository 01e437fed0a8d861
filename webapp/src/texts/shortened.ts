const longest = 200;

/** By code points, so that no emoji is cut in half. */
export function shortened(words: string): string {
  const points = Array.from(words);
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : words;
}
