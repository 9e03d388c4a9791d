import type { ConsumerState, Depths, MessagingObserver, PartitionLag, RelayState } from '@lienthong/messaging';
import { Histogram } from 'prom-client';
import type { Metrics } from './metrics';

const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15];
const BATCH_SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 500];

/** Where the figures of a consumer come from; `undefined` before its start, or while the broker does not answer. */
export interface ConsumerSource {
  readonly state: () => ConsumerState | undefined;
  readonly lag: () => Promise<readonly PartitionLag[] | undefined>;
}

/** Shows how a relay fares; `relay` names it, e.g. `outbox`. */
export function exportRelay(metrics: Metrics, relay: string, state: () => RelayState): void {
  const labels = { relay };
  metrics.count('lienthong_relay_rows_total', 'Rows that the relay produced', () => state().rowsSent, labels);
  metrics.count('lienthong_relay_produce_calls_total', 'Calls that produced them', () => state().produceCalls, labels);
  metrics.count(
    'lienthong_relay_failures_total',
    'Rounds and destinations that failed',
    () => state().failures,
    labels,
  );
  metrics.gauge(
    'lienthong_relay_leader',
    '1 when this process leads the relay',
    () => [{ labels, value: state().role === 'leading' ? 1 : 0 }],
    ['relay'],
  );
  metrics.gauge(
    'lienthong_relay_failing_seconds',
    'Since when no round of the relay went well',
    () => {
      const { trouble } = state();
      return [{ labels, value: trouble ? (Date.now() - trouble.since.getTime()) / 1_000 : 0 }];
    },
    ['relay'],
  );
  metrics.gauge(
    'lienthong_relay_held_topics',
    'Destinations that failed alone and wait',
    () => [{ labels, value: state().heldTopics.length }],
    ['relay'],
  );
}

/** Shows how a consumer fares, and the lag of its group by partition. */
export function exportConsumer(metrics: Metrics, { state, lag }: ConsumerSource): void {
  metrics.count('lienthong_consumer_records_total', 'Records taken', () => state()?.records ?? 0);
  metrics.count('lienthong_consumer_batches_total', 'Gathered batches tried', () => state()?.batches ?? 0);
  const failed = (): number => state()?.failedBatches ?? 0;
  metrics.count('lienthong_consumer_failed_batches_total', 'Batches that failed and came again', failed);
  metrics.gauge('lienthong_consumer_paused_partitions', 'Partitions that wait for their back-off', () => [
    { value: state()?.pausedPartitions ?? 0 },
  ]);
  metrics.gauge('lienthong_consumer_last_fetch_seconds', 'Time since the last answer to a fetch', () => {
    const ageMs = state()?.lastFetchAgeMs ?? -1;
    return ageMs < 0 ? [] : [{ value: ageMs / 1_000 }];
  });
  metrics.gauge(
    'lienthong_consumer_lag',
    'Records that the group has not committed yet',
    async () =>
      ((await lag()) ?? []).map(({ topic, partition, lag: value }) => ({
        labels: { topic, partition: String(partition) },
        value,
      })),
    ['topic', 'partition'],
  );
}

/** Shows what waits in a member's tables; without the database the gauges keep quiet. */
export function exportDepths(metrics: Metrics, read: () => Promise<Depths | undefined>): void {
  const one = (name: string, help: string, value: (depths: Depths) => number | null): void =>
    metrics.gauge(name, help, async () => {
      const depths = await read();
      return depths ? [{ value: value(depths) ?? 0 }] : [];
    });
  metrics.gauge(
    'lienthong_outbox_rows',
    'Rows of the outbox that are not accepted, by state',
    async () => {
      const depths = await read();
      if (!depths) return [];
      const states = ['unsent', 'unanswered', 'rejected'] as const;
      return states.map((state) => ({ labels: { state }, value: depths[state] }));
    },
    ['state'],
  );
  metrics.gauge(
    'lienthong_parked_messages',
    'Parked messages, by the code of their cause',
    async () => Object.entries((await read())?.parked ?? {}).map(([cause, value]) => ({ labels: { cause }, value })),
    ['cause'],
  );
  one('lienthong_outbox_oldest_seconds', 'Age of the oldest row without an answer', (d) => d.oldestOpenSeconds);
  one('lienthong_stashed_messages', 'Messages that wait behind a parked or a missing one', (d) => d.stashed);
  one('lienthong_blocked_streams', 'Streams that wait behind a parked message', (d) => d.blockedStreams);
  one('lienthong_gaps', 'Streams that wait for a number that has not come', (d) => d.gaps);
  one('lienthong_gap_oldest_seconds', 'Since when the oldest gap stands', (d) => d.oldestGapSeconds);
}

/** Times handlers and counts batches where they happen. */
export function messagingObserver({ registry }: Metrics): MessagingObserver {
  const registers = [registry];
  const handlers = new Histogram({
    name: 'lienthong_handler_seconds',
    help: 'Time of message handlers, by type and result',
    labelNames: ['type', 'result'],
    buckets: SECONDS,
    registers,
  });
  const batches = new Histogram({
    name: 'lienthong_batch_records',
    help: 'Records of one gathered batch',
    buckets: BATCH_SIZES,
    registers,
  });
  return {
    batch: (records) => batches.observe(records),
    handler: ({ type, seconds, failed }) => handlers.observe({ type, result: failed ? 'failed' : 'done' }, seconds),
  };
}
