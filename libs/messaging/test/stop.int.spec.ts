import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@lienthong/testing';
import { Book } from './books.mother';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { PageHandler } from './library-instance.mother';

const MESSAGES = 60;

describe('a member that is stopped in the middle of its work', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open();
  });
  afterEach(() => library.close());

  const add =
    (started: string[], work: (book: string) => Promise<unknown>): PageHandler =>
    async ({ body, sequence }, unit) => {
      started.push(body.book);
      await work(body.book);
      unit.save(Book, { name: body.book, pages: sequence });
    };
  const ledger = async (): Promise<{ handled: number; books: number }> => {
    const [row] = await library.rows<{ handled: number; books: number }>(
      `select (select count(*)::int from inbox where outcome = 'handled') as handled, (select count(*)::int from book) as books`,
    );
    return row ?? { handled: -1, books: -1 };
  };
  const committed = async (): Promise<number> =>
    (await library.topics.offsets()).reduce((sum, { committed: offset }) => sum + offset, 0);
  /** Sessions and advisory locks in the member's database, but ours. */
  const leftBehind = (): Promise<object[]> =>
    library.rows(
      `select application_name, state, (select count(*)::int from pg_locks l where l.pid = a.pid and locktype = 'advisory') as locks
       from pg_stat_activity a where datname = current_database() and application_name <> 'spec'
         and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );

  it('finishes what it has begun, commits the offsets of exactly that, leaves no session or lock, and repeats nothing later', async () => {
    await library.topics.deliver(Array.from({ length: MESSAGES }, (_, i) => delivered({ book: `b${i}`, number: 1 })));
    const started: string[] = [];
    const first = await library.instance(
      add(started, () => delay(30)),
      { maxBatch: 10 },
    );
    await eventually(() => started.length >= 5);
    const startedAt = performance.now();
    await first.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await leftBehind()).toEqual([]);
    const { handled, books } = await ledger();
    expect(handled).toBeGreaterThan(0);
    expect(handled).toBeLessThan(MESSAGES);
    expect([books, await committed()]).toEqual([handled, handled]);

    const second = await library.instance(add(started, () => Promise.resolve()));
    await eventually(async () => (await committed()) === MESSAGES);
    expect(second.messaging.counts).toMatchObject({ handled: MESSAGES - handled, repeated: 0, parked: 0 });
    expect(started).toHaveLength(MESSAGES);
  });

  it('rolls back what takes too long, within bounded time, and the next one does it', async () => {
    await library.topics.deliver([delivered({ book: 'endless', number: 1 })]);
    const started: string[] = [];
    const first = await library.instance(add(started, () => new Promise(() => undefined)));
    await eventually(() => started.length === 1);
    const startedAt = performance.now();
    await first.stop();
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    expect(await leftBehind()).toEqual([]);
    expect([await ledger(), await committed()]).toEqual([{ handled: 0, books: 0 }, 0]);

    const second = await library.instance(add(started, () => Promise.resolve()));
    await eventually(async () => (await committed()) === 1);
    expect(second.messaging.counts).toMatchObject({ handled: 1, repeated: 0, parked: 0 });
  });
});
