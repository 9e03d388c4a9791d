import { setTimeout as delay } from 'node:timers/promises';
import { eventually, sizeOf } from '@lienthong/testing';
import { Client } from 'pg';
import { Book } from './books.mother';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { LibraryInstance, PageHandler } from './library-instance.mother';

const STREAMS = 60;
const PARTITIONS = 6;

/** Takes page n only after page n - 1: anything else parks, and is seen. */
function inOrder(handled: string[], whileHandling: () => Promise<void> = () => Promise.resolve()): PageHandler {
  return async ({ body, sequence }, work) => {
    const book = await work.find(Book, body.book);
    if ((book?.pages ?? 0) !== sequence - 1) throw new Error(`page ${sequence} came after ${book?.pages ?? 0}`);
    await whileHandling();
    work.save(Book, { name: body.book, pages: sequence });
    handled.push(body.book);
  };
}

/** It has partitions: the group has met with it. */
async function joined(instance: LibraryInstance): Promise<LibraryInstance> {
  await eventually(() => instance.messaging.consumerState()?.joined, { describe: 'the instance joins its group' });
  return instance;
}

describe('instances of one member', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open(PARTITIONS);
  });
  afterEach(() => library.close());

  it('share its partitions, and handle each message once and in order while one joins and one leaves', async () => {
    const total = sizeOf('sharedMessages');
    const perStream = total / STREAMS;
    const maxBatch = Math.min(500, total / 15);
    const shares: [string[], string[], string[]] = [[], [], []];
    const slowly = (): Promise<void> => (total <= 300 ? delay(1) : Promise.resolve());
    const first = await joined(await library.instance(inOrder(shares[0], slowly), { maxBatch }));
    await joined(await library.instance(inOrder(shares[1], slowly), { maxBatch }));
    const deliverPart = (part: number): Promise<void> => {
      const numbers = Array.from({ length: perStream / 5 }, (_, i) => (part * perStream) / 5 + i + 1);
      const books = Array.from({ length: STREAMS }, (_, i) => `book-${i}`);
      return library.topics.deliver(numbers.flatMap((number) => books.map((book) => delivered({ book, number }))));
    };
    await deliverPart(0);
    await eventually(() => shares[0].length > 0 && shares[1].length > 0, { timeoutMs: 60_000 });
    await deliverPart(1);
    const third = await joined(await library.instance(inOrder(shares[2], slowly), { maxBatch }));
    await deliverPart(2);
    await eventually(() => shares[2].length > 0, { timeoutMs: 60_000 });
    await deliverPart(3);
    await first.stop();
    await deliverPart(4);
    await third.stop();
    const seen = async (): Promise<object | undefined> =>
      (
        await library.rows(`select (select count(*)::int from book where pages = ${perStream}) as books,
          (select count(*)::int from inbox where outcome = 'handled') as handled, (select count(*)::int from parked) as parked,
          (select count(*)::int from stash) as stashed`)
      )[0];
    const complete = { books: STREAMS, handled: total, parked: 0, stashed: 0 };
    await eventually(async () => JSON.stringify(await seen()) === JSON.stringify(complete), {
      timeoutMs: 60_000 + total * 3,
      describe: async () => JSON.stringify(await seen()),
    });
    expect(shares.every((share) => share.length > 0)).toBe(true);
    await eventually(() => library.topics.areCommitted());
  });

  it('wait for a zombie that froze in its transaction no longer than the database lets it idle, then do its work', async () => {
    const idleMs = 3_000;
    const frozenAt = performance.now();
    const zombie = new Client({ connectionString: library.db.appUrl });
    zombie.on('error', () => undefined);
    await zombie.connect();
    await zombie.query(`set idle_in_transaction_session_timeout = ${idleMs}`);
    await zombie.query('begin');
    await zombie.query(`insert into stream_in (key, epoch, last_in) values ('document:held', 1, 0)`);
    const handled: string[] = [];
    const instance = await library.instance(inOrder(handled));
    await library.topics.deliver([delivered({ book: 'held', number: 1 }), delivered({ book: 'held', number: 2 })]);
    await eventually(async () => (await library.pagesOf('held')) === 2, { timeoutMs: 60_000 });
    const heldMs = performance.now() - frozenAt;
    expect(heldMs).toBeGreaterThan(idleMs);
    expect(heldMs).toBeLessThan(idleMs + 5_000);
    expect(handled).toEqual(['held', 'held']);
    expect(instance.messaging.counts).toMatchObject({ handled: 2, parked: 0 });
    await expect(zombie.query('commit')).rejects.toThrow();
  });
});
