import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sizeOf, TcpProxy, testInfrastructure } from '@lienthong/testing';
import { GatheringConsumer } from '../src';
import { LibraryUnderFaults } from './library-under-faults.mother';

const PAGES_PER_BOOK = 100;
/** Bytes that a message carries beyond its attributes. */
const BALLAST = 8_000;
/** What a try that ran into its time limit, or a newly joined group, fetches once more. */
const MOST_FETCHED_AGAIN = 1;
/** A fetch brings at most 1 MiB of each of three partitions, and the record batch that crosses the limit. */
const MOST_HELD_BYTES = 3 * 2 * 1_048_576;
const MOST_GROWTH_BYTES = 64 * 1_048_576;

interface Fetched {
  readonly batch: { readonly messages: readonly { readonly value: Buffer | null }[] };
}

/** Memory in use after a collection. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // what the first frees of buffers is swept beside it: only the second waits for that
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('a member whose database is slow', () => {
  let library: LibraryUnderFaults;
  let database: TcpProxy;
  beforeAll(async () => {
    database = await TcpProxy.toPostgres(testInfrastructure().postgres);
    library = await LibraryUnderFaults.open({ route: (url) => database.through(url) });
    await library.deliver(['first'], 1);
    await library.settled(['first']);
  });
  afterAll(async () => {
    await library?.close();
    await database?.close();
  });

  it('fetches no more than it can hold, keeps its memory flat, and handles everything in the end', async () => {
    const messages = sizeOf('messagesBehindSlowDatabase');
    const books = Array.from({ length: messages / PAGES_PER_BOOK }, (_, i) => `slow-${i}`);
    const before = memory();
    let fetched = 0;
    let fetchedRecords = 0;
    let mostHeld = 0;
    // by hand: a spy of jest would keep every batch that it saw
    const prototype = GatheringConsumer.prototype as unknown as { take: (payload: Fetched) => unknown };
    const { take } = prototype;
    prototype.take = function (this: { options: { topics: string[] } }, payload: Fetched) {
      if (this.options.topics.includes(library.library.topics.in)) {
        fetchedRecords += payload.batch.messages.length;
        fetched += payload.batch.messages.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
        mostHeld = Math.max(mostHeld, fetched - handledBytes());
      }
      return take.call(this as never, payload);
    };
    const handled = (): number => library.processed - 1;
    const handledBytes = (): number => handled() * BALLAST;

    database.delay({ toServerMs: 15, toClientMs: 15 });
    let mostGrowth = 0;
    for (let written = 0; written < PAGES_PER_BOOK; written += 10) {
      await library.deliver(books, 10, BALLAST);
      mostGrowth = Math.max(mostGrowth, memory() - before);
    }
    while (handled() < messages) {
      await delay(200);
      mostGrowth = Math.max(mostGrowth, memory() - before);
    }
    await library.settled(books);
    prototype.take = take;

    expect(await library.rows('select 1 from parked union all select 1 from stash')).toEqual([]);
    expect(fetchedRecords).toBeGreaterThanOrEqual(messages);
    expect(fetchedRecords).toBeLessThan(messages * (1 + MOST_FETCHED_AGAIN));
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThan(MOST_HELD_BYTES);
    expect(mostGrowth).toBeLessThan(MOST_GROWTH_BYTES);
  });
});
