/** Full jitter: a random wait between 0 and the doubled delay, so that many clients do not come back at once. In ms. */
export function fullJitter(attempt: number, { firstMs, longestMs }: { firstMs: number; longestMs: number }): number {
  return Math.random() * Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 20));
}
