import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sizeOf, TcpProxy, testInfrastructure } from '@lienthong/testing';
import { GatheringConsumer } from '../src';
import { LibraryUnderFaults } from './library-under-faults.mother';

const PAGES_PER_BOOK = 100;
/** Bytes that a message carries beyond its attributes. */
const BALLAST = 8_000;
/** A fetch brings at most 1 MiB of each of three partitions, and the record batch that crosses the limit. */
const MOST_HELD_BYTES = 3 * 2 * 1_048_576;
/** What a failed try or a newly joined group may bring once more: no more than was held. */
const MOST_HELD_RECORDS = Math.ceil(MOST_HELD_BYTES / BALLAST);
const MOST_GROWTH_BYTES = 64 * 1_048_576;

interface Fetched {
  readonly batch: {
    readonly partition: number;
    readonly messages: readonly { readonly offset: string; readonly value: Buffer | null }[];
  };
}

/** Parts of a consumer that the test listens to; by hand, since a spy of jest would keep every batch that it saw. */
interface Listened {
  options: { topics: string[] };
  take(payload: Fetched): unknown;
  giveBack(...parts: unknown[]): unknown;
  newGeneration(): unknown;
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
    let fetchedAgain = 0;
    let reasonsToFetchAgain = 0;
    let mostHeld = 0;
    const known = new Set<string>();
    const prototype = GatheringConsumer.prototype as unknown as Listened;
    const { take, giveBack, newGeneration } = prototype;
    const isOurs = ({ options }: Listened): boolean => options.topics.includes(library.library.topics.in);
    prototype.take = function (this: Listened, payload) {
      if (isOurs(this)) {
        for (const { offset, value } of payload.batch.messages) {
          const place = `${payload.batch.partition}:${offset}`;
          if (known.has(place)) fetchedAgain += 1;
          else fetched += value?.length ?? 0;
          known.add(place);
        }
        mostHeld = Math.max(mostHeld, fetched - handledBytes());
      }
      return take.call(this, payload);
    };
    prototype.giveBack = function (this: Listened, ...parts) {
      if (isOurs(this)) reasonsToFetchAgain += 1;
      return giveBack.call(this, ...parts);
    };
    prototype.newGeneration = function (this: Listened) {
      if (isOurs(this)) reasonsToFetchAgain += 1;
      return newGeneration.call(this);
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
    Object.assign(prototype, { take, giveBack, newGeneration });

    expect(await library.rows('select 1 from parked union all select 1 from stash')).toEqual([]);
    expect(known.size).toBe(messages);
    expect(fetchedAgain).toBeLessThanOrEqual(reasonsToFetchAgain * MOST_HELD_RECORDS);
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThan(MOST_HELD_BYTES);
    expect(mostGrowth).toBeLessThan(MOST_GROWTH_BYTES);
  });
});
