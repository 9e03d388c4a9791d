import type { Depths, RelayState } from '@lienthong/messaging';
import { consumerProbe, depthsProbe, relayProbe } from './messaging.probes';

const leading: RelayState = { role: 'leading', rowsSent: 0, produceCalls: 0, failures: 0, heldTopics: [] };
const state = {
  joined: true,
  lastFetchAgeMs: 40,
  generation: 1,
  batches: 0,
  records: 0,
  failedBatches: 0,
  pausedPartitions: 0,
};
const nothing: Depths = {
  ...{ unsent: 0, unanswered: 0, rejected: 0, oldestOpenSeconds: null, parked: {} },
  ...{ stashed: 0, blockedStreams: 0, gaps: 0, oldestGapSeconds: null },
};

describe('readiness of messaging', () => {
  it('is given while this process leads the relay, and while another one does', () => {
    expect(relayProbe(leading).ready).toBe(true);
    expect(relayProbe({ ...leading, role: 'following' }).ready).toBe(true);
    expect(relayProbe({ ...leading, role: 'connecting' }).ready).toBe(false);
  });

  it('bears a short failure of the relay, and tells one that lasts: what it waits for, since when, how often', () => {
    const since = new Date('2026-08-03T09:00:00Z');
    const trouble = { since, times: 2, waitsFor: 'broker' as const, words: 'nobody listens at its address' };
    expect(relayProbe({ ...leading, trouble }, since.getTime() + 100).ready).toBe(true);
    expect(relayProbe({ ...leading, trouble }, since.getTime() + 6_000)).toEqual({
      ready: false,
      waitingFor: 'the broker at KAFKA_BROKERS: nobody listens at its address',
      facts: { role: 'leading', heldTopics: 0, failingSince: '2026-08-03T09:00:00.000Z', failures: 2 },
    });
    expect(relayProbe({ ...leading, trouble: { ...trouble, times: 3 } }, since.getTime() + 100).ready).toBe(false);
  });

  it('takes a lag as a fact, and a fetch of long ago as a cause', () => {
    const lag = [
      { topic: 'tax.in', partition: 0, lag: 40 },
      { topic: 'tax.in', partition: 1, lag: 2 },
    ];
    expect(consumerProbe({ state, lag, fetchAgeLimitMs: 30_000 })).toMatchObject({ ready: true, facts: { lag: 42 } });
    const old = consumerProbe({ state: { ...state, lastFetchAgeMs: 31_000 }, lag: undefined, fetchAgeLimitMs: 30_000 });
    expect(old).toMatchObject({ ready: false, waitingFor: expect.stringContaining('31000 ms') as string });
    expect(old.facts).not.toHaveProperty('lag');
  });

  it('takes parked messages and an old outbox row as facts', () => {
    const depths = { ...nothing, oldestOpenSeconds: 301, parked: { 'messaging.NO_HANDLER': 2 }, stashed: 5 };
    const facts = { isLate: true, oldestOpenSeconds: 301, parked: 2, stashed: 5 };
    expect(depthsProbe(depths, 300_000)).toMatchObject({ ready: true, facts });
    expect(depthsProbe(undefined, 300_000)).toEqual({ ready: true });
  });
});
