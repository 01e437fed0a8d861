const longestMs = 50;

/** A hidden page has no frames, and waits by time. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, longestMs);
  });
}
