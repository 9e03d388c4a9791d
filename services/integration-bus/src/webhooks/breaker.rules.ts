/** What is known of a webhook from its last answers; times are those of the Clock, in ms. */
export interface Breaker {
  readonly failuresInRow: number;
  /** Streams of which it refused a message since it took one: it refuses everything when they are many. */
  readonly refusedStreams: readonly string[];
  /** Nothing is sent before; then one try decides. */
  readonly openUntil?: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface Fault {
  readonly now: number;
  /** Between 0 and 1. */
  readonly random: number;
  /** The stream of the message that was refused, where that may be the message's own fault. */
  readonly refusedStream?: string;
  /** For how long the webhook asks to be left alone. */
  readonly retryAfterMs?: number;
}

export const CLOSED: Breaker = { failuresInRow: 0, refusedStreams: [] };

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

/**
 * The webhook did not take a message. One that it refuses again and again says nothing against it; those of many streams do. Who asks to
 * be left alone is, at once, for as long as the longest wait at most.
 */
export function afterFailure(breaker: Breaker, fault: Fault): Breaker {
  const state = breakerState(breaker, fault.now);
  const until = askedUntil(fault);
  // tries that were under way when it opened do not lengthen the wait
  if (state === 'open') return until > (breaker.openUntil ?? 0) ? { ...breaker, openUntil: until } : breaker;
  const { refusedStream } = fault;
  const isKnown = refusedStream !== undefined && breaker.refusedStreams.includes(refusedStream);
  if (state === 'closed' && isKnown) return breaker;
  const failuresInRow = breaker.failuresInRow + 1;
  const refused = refusedStream === undefined || isKnown ? [] : [refusedStream];
  const next = { failuresInRow, refusedStreams: [...breaker.refusedStreams, ...refused].slice(-FAILURES_TO_OPEN) };
  const openUntil = Math.max(until, failuresInRow < FAILURES_TO_OPEN ? 0 : fault.now + drawnMs(failuresInRow, fault));
  return openUntil > 0 ? { ...next, openUntil } : next;
}

function askedUntil({ now, retryAfterMs }: Fault): number {
  return retryAfterMs === undefined ? 0 : now + Math.min(LONGEST_MS, retryAfterMs);
}

function drawnMs(failuresInRow: number, { random }: Fault): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failuresInRow - FAILURES_TO_OPEN));
  return most * (SHORTEST_SHARE + (1 - SHORTEST_SHARE) * random);
}
