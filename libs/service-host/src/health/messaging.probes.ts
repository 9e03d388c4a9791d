import type { ConsumerState, Depths, PartitionLag, RelayState, RelayTrouble, WaitsFor } from '@lienthong/messaging';
import type { ProbeResult } from './background-parts';

/** What readiness asks of a member's messaging. */
export interface ConsumerFacts {
  readonly state: ConsumerState | undefined;
  readonly lag: readonly PartitionLag[] | undefined;
  readonly fetchAgeLimitMs: number;
}

/** A short failure heals by itself within moments; one that lasts is told. */
const PATIENCE_MS = 5_000;
const PATIENCE_TIMES = 3;

const WAITED_FOR: Readonly<Record<WaitsFor, string>> = {
  broker: 'the broker at KAFKA_BROKERS',
  database: 'PostgreSQL at DATABASE_URL',
  topic: 'its topic, which the service makes at its start',
  unknown: 'the next try',
};

/** The consumer: in its group, with a fetch not long ago. A lag is a fact: it says how much there is to do. */
export function consumerProbe({ state, lag, fetchAgeLimitMs }: ConsumerFacts): ProbeResult {
  const { joined = false, lastFetchAgeMs = -1, pausedPartitions = 0 } = state ?? {};
  const behind = lag?.reduce((sum, partition) => sum + partition.lag, 0);
  const facts = {
    ...{ joined, lastFetchAgeMs: Math.round(lastFetchAgeMs), pausedPartitions },
    ...(behind === undefined ? {} : { lag: behind }),
  };
  if (!joined) {
    const cause = state?.trouble ? `: ${state.trouble.words}` : '';
    return { ready: false, waitingFor: `the consumer to join its group at KAFKA_BROKERS${cause}`, facts };
  }
  if (lastFetchAgeMs > fetchAgeLimitMs) {
    const waitingFor = `a fetch from the broker; the last one is ${facts.lastFetchAgeMs} ms old`;
    return { ready: false, waitingFor, facts };
  }
  return { ready: true, facts };
}

/** The relay: leading, or another process leads. What lasts in going wrong is told with its cause. */
export function relayProbe({ role, heldTopics, trouble }: RelayState, now = Date.now()): ProbeResult {
  const facts = { role, heldTopics: heldTopics.length };
  if (trouble && lasts(trouble, now)) return { ready: false, ...told(trouble, facts) };
  if (role === 'connecting') {
    return { ready: false, waitingFor: 'its connection to PostgreSQL and its producer at KAFKA_BROKERS', facts };
  }
  return { ready: true, facts };
}

/** What waits in the tables: facts for a person, never a reason to send no work here. */
export function depthsProbe(depths: Depths | undefined, outboxAgeLimitMs: number): ProbeResult {
  if (!depths) return { ready: true };
  const { unsent, unanswered, rejected, oldestOpenSeconds, parked, stashed, blockedStreams, gaps } = depths;
  const oldestSeconds = Math.round(oldestOpenSeconds ?? 0);
  const isLate = oldestSeconds * 1_000 > outboxAgeLimitMs;
  const parkedMessages = Object.values(parked).reduce((sum, n) => sum + n, 0);
  return {
    ready: true,
    facts: {
      ...{ unsent, unanswered, rejected, oldestOpenSeconds: oldestSeconds, isLate },
      ...{ parked: parkedMessages, stashed, blockedStreams, gaps },
    },
  };
}

function lasts({ since, times }: RelayTrouble, now: number): boolean {
  return times >= PATIENCE_TIMES || now - since.getTime() >= PATIENCE_MS;
}

function told(
  { waitsFor, words, since, times }: RelayTrouble,
  facts: NonNullable<ProbeResult['facts']>,
): Pick<ProbeResult, 'waitingFor' | 'facts'> {
  return {
    waitingFor: `${WAITED_FOR[waitsFor]}: ${words}`,
    facts: { ...facts, failingSince: since.toISOString(), failures: times },
  };
}
