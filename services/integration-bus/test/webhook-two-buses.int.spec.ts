import { Metrics } from '@lienthong/service-host';
import { eventually } from '@lienthong/testing';
import type { SpecBus } from './bus.mother';
import { HeldWords } from '../src/exchange/held-words';
import { WebhookStage } from './webhook-stage.mother';

const STREAMS = 12;
const ROUNDS = 10;
const TRIES = 'lienthong_bus_webhook_tries_total';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Promises 5 and 11, for members without Kafka (A15, A16). */
describe('two instances of the bus that post to one webhook', () => {
  let stage: WebhookStage;
  let second: SpecBus;
  beforeAll(async () => {
    stage = await WebhookStage.open({ REDELIVER_AFTER_MS: '60000', WEBHOOK_TIMEOUT_MS: '10000' });
    second = await stage.bus.another();
  });
  afterEach(() => stage.forget());
  afterAll(async () => {
    await second.running.stop();
    await stage.close();
  });

  const taken = async (bus: SpecBus): Promise<number> => {
    const counter = bus.running.app.get(Metrics).registry.getSingleMetric(TRIES);
    const { values } = (await counter?.get()) ?? { values: [] };
    return values.filter(({ labels }) => labels.outcome === 'taken').reduce((sum, { value }) => sum + value, 0);
  };

  /** What was posted and what failed, with nothing under way, once so many have failed. */
  const settled = (least: number): Promise<{ readonly posts: number; readonly failures: number }> =>
    eventually(
      async () => {
        const posts = stage.hook.posts.length;
        const failures = await stage.failures();
        const reserved = await stage.bus.rows(
          "select 1 from delivery where state = 'waiting' and lease_id is not null",
        );
        const isSettled = failures >= least && reserved.length === 0 && posts === stage.hook.posts.length;
        return isSettled && { posts, failures };
      },
      { timeoutMs: 60_000, describe: async () => `${await stage.failures()} of ${least} failures` },
    );

  it('deliver each message once, each stream in order and never two of its messages at a time', async () => {
    const dossiers = stage.dossiers(STREAMS);
    const inHand = new Set<string>();
    const overlaps: string[] = [];
    const acknowledge = stage.acknowledging();
    stage.hook.answer = async (posted, response) => {
      const stream = String(posted.headers['ce-partitionkey']);
      if (inHand.has(stream)) overlaps.push(stream);
      inHand.add(stream);
      await pause(5);
      inHand.delete(stream);
      await acknowledge(posted, response);
    };
    for (let sequence = 1; sequence <= ROUNDS; sequence += 1)
      await stage.send(dossiers, { from: sequence, to: sequence });
    await eventually(async () => (await stage.rowsOf(dossiers)).every(({ outcome }) => outcome === 'handled'), {
      timeoutMs: 120_000,
      describe: () => `${stage.hook.posts.length} posts`,
    });
    const all = Array.from({ length: ROUNDS }, (_, i) => i + 1);
    for (const dossierCode of dossiers) expect(stage.numbersOf(dossierCode)).toEqual(all);
    expect(overlaps).toEqual([]);
    expect(await taken(stage.bus)).toBeGreaterThan(0);
    expect(await taken(second)).toBeGreaterThan(0);
  });

  it('tell it by one of them what the bus has to say', async () => {
    const words = Array.from({ length: 6 }, (_, i) => ({
      ...{ member: 'land-registry', kind: 'restored' as const },
      item: { since: `2026-01-0${i + 1}T00:00:00.000Z` },
    }));
    stage.hook.answer = async (_, response) => {
      await pause(50);
      response.writeHead(204).end();
    };
    await stage.bus.running.app.get(HeldWords).keep(words);
    await eventually(async () => (await stage.bus.rows('select 1 from told_answer')).length === 0, {
      timeoutMs: 60_000,
      describe: () => `${stage.hook.posts.length} of ${words.length} words`,
    });
    expect(stage.hook.posts).toHaveLength(words.length);
  });

  it('share its breaker: a dead one is tried by one of them at a time, and both go on when it is back', async () => {
    const dossiers = stage.dossiers(STREAMS);
    stage.hook.answer = (_, response) => void response.writeHead(503).end();
    await stage.send(dossiers, { to: 2 });
    const opened = await settled(5);
    const later = await settled(opened.failures + 3);
    expect(later.posts - opened.posts).toBe(later.failures - opened.failures);
    stage.hook.answer = stage.acknowledging();
    await eventually(async () => (await stage.rowsOf(dossiers)).every(({ outcome }) => outcome === 'handled'), {
      timeoutMs: 60_000,
    });
    for (const dossierCode of dossiers) expect([...new Set(stage.numbersOf(dossierCode))]).toEqual([1, 2]);
  });
});
