/** What is known of a webhook from its last answers; times are those of a monotonic clock, in ms. */
export interface Breaker {
  readonly failuresInRow: number;
  /** Nothing is sent before; then one try decides. */
  readonly openUntil?: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

export const CLOSED: Breaker = { failuresInRow: 0 };

const FAILURES_TO_OPEN = 5;
const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
/** Full jitter alone may draw a wait of nothing. */
const SHORTEST_SHARE = 0.2;

/** Closed: all goes out. Open: nothing does. Half-open: one goes out, to see whether the webhook is back. */
export function breakerState({ openUntil }: Breaker, now: number): BreakerState {
  if (openUntil === undefined) return 'closed';
  return now < openUntil ? 'open' : 'half-open';
}

/** The webhook did not answer as one that works; `random` is between 0 and 1. */
export function afterFailure(breaker: Breaker, now: number, random: number): Breaker {
  const failuresInRow = breaker.failuresInRow + 1;
  if (failuresInRow < FAILURES_TO_OPEN) return { failuresInRow };
  // tries that were under way when it opened do not lengthen the wait
  if (breakerState(breaker, now) === 'open') return breaker;
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failuresInRow - FAILURES_TO_OPEN));
  return { failuresInRow, openUntil: now + most * (SHORTEST_SHARE + (1 - SHORTEST_SHARE) * random) };
}
