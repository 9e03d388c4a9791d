import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@lienthong/testing';
import { ConsumerBench, valuesOf } from './consumers.mother';

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));
const SESSION_MS = 1_500;

describe('the consumer that gathers batches', () => {
  let bench: ConsumerBench;
  const open = async (partitions: number): Promise<ConsumerBench> => (bench = await ConsumerBench.open(partitions));
  afterEach(() => bench.close());

  it('keeps its session through many short batches of one fetch', async () => {
    await open(1);
    await bench.produce(0, numbers(10));
    const seen: string[] = [];
    const consumer = await bench.consumer(
      async (records) => {
        await delay(300);
        seen.push(...valuesOf(records));
      },
      { maxBatch: 1 },
    );
    await eventually(() => seen.length >= 10);
    await delay(300);
    expect(seen).toEqual(numbers(10));
    expect(consumer.state().generation).toBe(1);
  });

  it('runs work that is longer than its session once, without a rebalance', async () => {
    await open(1);
    await bench.produce(0, ['long']);
    let runs = 0;
    const consumer = await bench.consumer(async () => {
      runs += 1;
      await delay(2 * SESSION_MS);
    });
    await eventually(async () => (await bench.committed())[0] === 1);
    expect(runs).toBe(1);
    expect(consumer.state().generation).toBe(1);
  });

  it('commits exactly what was processed of each partition when one in the middle fails (CAMEL-20044)', async () => {
    await open(3);
    await Promise.all([bench.produce(0, ['a1', 'a2']), bench.produce(1, ['b1', 'b2', 'b3']), bench.produce(2, ['c1'])]);
    const handled: string[] = [];
    let failures = 0;
    let healed = false;
    await bench.consumer(
      async (records) => {
        const values = valuesOf(records);
        if (values.includes('b2') && !healed) {
          failures += 1;
          throw new Error('b2 fails');
        }
        handled.push(...values);
        await Promise.resolve();
      },
      { maxBatch: 2 },
    );
    await eventually(() => failures >= 2);
    await eventually(async () => (await bench.committed())[0] === 2 && (await bench.committed())[2] === 1, {
      describe: async () => JSON.stringify([await bench.committed(), handled, failures]),
    });
    const stuckAt = (await bench.committed())[1];
    expect([-1, 1]).toContain(stuckAt);
    expect(handled.filter((value) => value.startsWith('b')).length).toBe(stuckAt === 1 ? 1 : 0);
    healed = true;
    await eventually(async () => (await bench.committed())[1] === 3);
    expect(handled.filter((value) => value.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
    expect(handled.filter((value) => !value.startsWith('b')).sort()).toEqual(['a1', 'a2', 'c1']);
  });

  it('gives its partitions over at once when another joins, however much it has fetched, with what is done committed', async () => {
    await open(4);
    await Promise.all([0, 1, 2, 3].map((partition) => bench.produce(partition, numbers(30))));
    const seen: string[] = [];
    const note =
      (who: string) =>
      async (records: Parameters<typeof valuesOf>[0]): Promise<void> => {
        await delay(100);
        for (const { partition, value } of records) seen.push(`${who} ${partition}/${String(value)}`);
      };
    await bench.consumer(note('first'), { maxBatch: 1 });
    await eventually(() => seen.length >= 3);
    const startedAt = performance.now();
    await bench.consumer(note('second'), { maxBatch: 4 });
    await eventually(() => seen.some((one) => one.startsWith('second')));
    expect(performance.now() - startedAt).toBeLessThan(SESSION_MS + 1_000);
    await eventually(() => new Set(seen.map((one) => one.split(' ')[1])).size === 120, { timeoutMs: 60_000 });
    // two members beat every 375 ms: a rebalance repeats no more than what was in hand
    expect(seen.length).toBeLessThanOrEqual(124);
    await eventually(async () => Object.values(await bench.committed()).every((offset) => offset === 30));
  });

  it('leaves to the new owner what a rebalance took from it in the middle of its work', async () => {
    await open(1);
    await bench.produce(0, ['one', 'two']);
    const runs: string[] = [];
    let release: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (release = resolve));
    await bench.consumer(async (records) => {
      runs.push(`first ${valuesOf(records).join()}`);
      await frozen;
    });
    await eventually(() => runs.length === 1);
    // the group waits for the first one session time long, then goes on without it
    await bench.consumer(async (records) => void runs.push(`second ${valuesOf(records).join()}`));
    await bench.produce(0, ['three']);
    await eventually(async () => (await bench.committed())[0] === 3);
    release();
    await delay(2 * SESSION_MS);
    expect((await bench.committed())[0]).toBe(3);
    expect(runs[0]).toBe('first one,two');
    const bySecond = runs.slice(1).map((run) => run.replace('second ', ''));
    expect(bySecond.join()).toBe('one,two,three');
  });

  it('gives up a batch that never ends: it comes again, and the other partitions go on', async () => {
    await open(2);
    await bench.produce(0, ['stuck']);
    const attempts: number[] = [];
    const aborted: boolean[] = [];
    const handled: string[] = [];
    await bench.consumer(
      (records, attempt, signal) => {
        if (!valuesOf(records).includes('stuck') || attempt > 2) {
          handled.push(...valuesOf(records));
          return Promise.resolve();
        }
        attempts.push(attempt);
        signal.addEventListener('abort', () => aborted.push(true));
        return new Promise(() => undefined);
      },
      { batchTimeoutMs: 800 },
    );
    await eventually(() => attempts.length === 1);
    await bench.produce(1, ['other']);
    await eventually(() => handled.length === 2);
    expect(handled.sort()).toEqual(['other', 'stuck']);
    expect([attempts, aborted]).toEqual([
      [1, 2],
      [true, true],
    ]);
    await eventually(async () => JSON.stringify(await bench.committed()) === JSON.stringify({ 0: 1, 1: 1 }));
  });

  it('stops in bounded time: what is done is committed, what is not is aborted and comes again', async () => {
    await open(2);
    await bench.produce(0, ['done']);
    let hanging = 0;
    const consumer = await bench.consumer(
      (records) => {
        if (valuesOf(records).includes('done')) return Promise.resolve();
        hanging += 1;
        return new Promise(() => undefined);
      },
      { stopGraceMs: 300 },
    );
    await eventually(async () => (await bench.committed())[0] === 1);
    await bench.produce(1, ['hanging']);
    await eventually(() => hanging === 1);
    const startedAt = performance.now();
    await consumer.stop();
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect(await bench.committed()).toEqual({ 0: 1, 1: -1 });
    const again: string[] = [];
    await bench.consumer(async (records) => void again.push(...valuesOf(records)));
    await eventually(() => again.length > 0);
    expect(again).toEqual(['hanging']);
  });
});
