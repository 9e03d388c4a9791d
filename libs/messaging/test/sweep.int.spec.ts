import { eventually } from '@lienthong/testing';
import type { StashSweep } from '../src/inbox/stash-sweep';
import { delivered } from './deliveries.mother';
import { Library, operator } from './library.mother';
import type { PageHandler } from './library-instance.mother';

const TRIES = 10;
const TOGETHER = 32;
const MEBIBYTE = 1024 * 1024;
const LARGE = 200_000;

const meetsTakenKey: PageHandler = async (_, work) => void (await work.query("insert into book values ('taken', 1)"));
const takesTooLong: PageHandler = async (_, work) => {
  await work.query('set local statement_timeout = 20');
  await work.query('select pg_sleep(5)');
};
const losesConnection: PageHandler = async (_, work) =>
  void (await work.query('select pg_terminate_backend(pg_backend_pid())'));

describe('the sweep of what waits in the stash', () => {
  let library: Library;
  let sweep: StashSweep;
  beforeAll(async () => {
    library = await Library.open();
    await library.rows("insert into book values ('taken', 1)");
  });
  beforeEach(() => {
    sweep = library.sweepOf(library.inbox);
    library.answers.length = 0;
    library.poison.clear();
    library.whileHandling = () => Promise.resolve();
  });
  afterAll(() => library.close());

  /** Numbers 1 to `last` wait, and nothing holds them: the operator let the first one in again. */
  async function waiting(book: string, last: number, pages = (number: number) => number): Promise<void> {
    library.poison.add(`${book}/1`);
    const numbers = Array.from({ length: last }, (_, i) => i + 1);
    await library.receives(...numbers.map((number) => delivered({ book, number, pages: pages(number) })));
    library.poison.delete(`${book}/1`);
    const [parked] = await library.rows<{ id: string }>('select id from parked where stream = $1', [
      `document:${book}`,
    ]);
    const desk = library.deskOf(library.inbox, { sweep: () => Promise.resolve() });
    await desk.release('tax', parked?.id ?? '', operator);
  }
  function fails(book: string, pages: number, how: PageHandler): void {
    library.whileHandling = async (message, work) => {
      if (message.body.book === book && message.body.pages === pages) await how(message, work);
    };
  }
  const parked = (book: string): Promise<object[]> =>
    library.rows('select seq, cause, holds_stream from parked where stream = $1', [`document:${book}`]);
  async function sweepTimes(times: number): Promise<void> {
    for (let i = 0; i < times; i += 1) await sweep.sweep();
  }

  it('handles what it can of every stream, whatever is in the way of one', async () => {
    await waiting('a', 40);
    await waiting('b', 3);
    fails('a', 36, meetsTakenKey);
    await sweep.sweep();
    expect(await library.handled('a')).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
    expect(await library.handled('b')).toEqual([1, 2, 3]);
    expect(await parked('a')).toEqual([]);
    library.whileHandling = () => Promise.resolve();
    await sweep.sweep();
    expect(await library.handled('a')).toHaveLength(40);
  });

  it.each([
    ['meets a taken key', { book: 'c', how: meetsTakenKey, tries: TRIES, cause: 'messaging.HANDLER_FAILED' }],
    ['is too slow for the database', { book: 'd', how: takesTooLong, tries: 6, cause: 'messaging.STATEMENT_TIMEOUT' }],
  ])('parks, after its last try, the one message that %s each time it comes', async (_, fault) => {
    const { book, how, tries, cause } = fault;
    await waiting(book, 3);
    fails(book, 2, how);
    await sweepTimes(tries);
    expect([await library.handled(book), await parked(book)]).toEqual([[1], []]);
    await sweep.sweep();
    expect(await parked(book)).toEqual([{ seq: '2', cause, holds_stream: true }]);
    expect(library.said(`document:${book}`).slice(-1)).toEqual(['2: parked']);
    const [row] = await library.rows<{ id: string }>('select id from parked where stream = $1', [`document:${book}`]);
    library.whileHandling = () => Promise.resolve();
    expect(await library.desk.release('tax', row?.id ?? '', operator)).toEqual({ outcome: 'handled' });
    expect(await library.handled(book)).toEqual([1, 2, 3]);
  });

  it('takes a lost database for no try: nothing parks for it, then or at the next conflict', async () => {
    await waiting('e', 2);
    fails('e', 1, losesConnection);
    await sweepTimes(TRIES + 2);
    fails('e', 1, meetsTakenKey);
    await sweep.sweep();
    expect([await library.handled('e'), await parked('e')]).toEqual([[], []]);
    library.whileHandling = () => Promise.resolve();
    await sweep.sweep();
    expect(await library.handled('e')).toEqual([1, 2]);
  });

  it('takes few messages and one stream in one transaction', async () => {
    await waiting('f', 70, () => 1);
    await waiting('g', 10);
    const byTransaction = new Map<string, string[]>();
    library.whileHandling = async ({ body }, work) => {
      const [row] = await work.query<{ id: string }>('select pg_current_xact_id()::text as id');
      const id = row?.id ?? '';
      byTransaction.set(id, [...(byTransaction.get(id) ?? []), body.book]);
    };
    await sweep.sweep();
    expect([...byTransaction.values()].flat()).toHaveLength(80);
    for (const books of byTransaction.values()) {
      expect(books.length).toBeLessThanOrEqual(TOGETHER);
      expect(new Set(books).size).toBe(1);
    }
  });

  it('is left the rest when the messages behind a gap are too large for one transaction', async () => {
    const page = (number: number): ReturnType<typeof delivered> =>
      delivered({ book: 'h', number, body: { book: 'h', pages: 0, ballast: 'x'.repeat(LARGE) } });
    for (let i = 0; i < 5; i += 1)
      await library.receives(...Array.from({ length: 20 }, (_, n) => page(20 * i + n + 2)));
    await library.receives(delivered({ book: 'h', number: 1 }));
    const drained = (await library.handled('h')).length;
    expect(drained).toBeGreaterThan(1);
    expect(drained * LARGE).toBeLessThanOrEqual(16 * MEBIBYTE + LARGE);
    await sweep.sweep();
    expect(await library.handled('h')).toHaveLength(101);
  });

  it('stopped, gives back what it has in hand', async () => {
    await waiting('i', 3);
    fails('i', 2, async () => sweep.stop());
    await sweep.sweep();
    expect([await library.handled('i'), await parked('i')]).toEqual([[], []]);
    library.whileHandling = () => Promise.resolve();
    await library.sweepOf(library.inbox).sweep();
    expect(await library.handled('i')).toEqual([1, 2, 3]);
  });

  it('does not keep a member from starting, nor from taking what comes', async () => {
    await waiting('j', 2);
    const stuck: PageHandler = async (message, work) => {
      if (message.body.book === 'j') await meetsTakenKey(message, work);
    };
    const handled: string[] = [];
    const instance = await library.instance(
      async (message, work) => {
        await stuck(message, work);
        handled.push(message.body.book);
      },
      { askAgainMs: 100 },
    );
    await library.topics.deliver([delivered({ book: 'k', number: 1 })]);
    await eventually(() => handled.includes('k'), { describe: () => `handled: ${handled.join()}` });
    await eventually(async () => (await parked('j')).length === 1, { timeoutMs: 60_000, describe: 'j/1 parked' });
    await instance.stop();
  });
});
