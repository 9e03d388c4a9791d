import type { Socket } from 'node:net';
import { delivered } from './deliveries.mother';
import { Library, operator } from './library.mother';

const LAST = 12;

describe('state, outgoing message and mark', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.poison.clear();
    library.whileHandling = () => Promise.resolve();
  });
  afterAll(() => library.close());

  /** What is in the database of a book: pages, messages sent, marks, last number. */
  async function traces(book: string): Promise<object | undefined> {
    const [row] = await library.rows<object>(
      `select (select pages from book where name = $1) as pages,
        (select count(*)::int from outbox where stream = 'document:copy-of-' || $1) as sent,
        (select count(*)::int from inbox where stream = 'document:' || $1) as marks,
        (select last_in::int from stream_in where key = 'document:' || $1) as "lastIn"`,
      [book],
    );
    return row;
  }
  const NOTHING = { pages: null, sent: 0, marks: 0, lastIn: null };

  /** The connection dies just before the nth statement of the next batch. */
  function dieBefore(nth: number): () => void {
    const original = library.database.client.bind(library.database);
    let count = 0;
    library.database.client = async () => {
      const lent = await original();
      const dying = Object.create(lent.client) as typeof lent.client & { connection: { stream: Socket } };
      dying.query = ((...args: readonly [string]) => {
        count += 1;
        if (count === nth) dying.connection.stream.destroy();
        return lent.client.query(...args);
      }) as never;
      return { ...lent, client: dying };
    };
    return () => (library.database.client = original);
  }

  it('are there all or not at all, before whichever statement the connection dies, and once when it comes again', async () => {
    let deaths = 0;
    for (let nth = 1; nth <= LAST; nth += 1) {
      const book = `dies-${nth}`;
      const delivery = delivered({ book, number: 1, body: { book, pages: 1 } });
      const restore = dieBefore(nth);
      const died = await library.receives(delivery).then(
        () => false,
        () => true,
      );
      restore();
      if (died) {
        deaths += 1;
        expect(await traces(book)).toEqual(NOTHING);
      }
      await library.receives(delivery);
      expect(await traces(book)).toEqual({ pages: 1, sent: 1, marks: 1, lastIn: 1 });
    }
    expect(deaths).toBeGreaterThanOrEqual(5);
    expect(deaths).toBeLessThan(LAST);
  });

  it('leave no half state when the handler fails, in one batch with others and alone', async () => {
    library.poison.add('a/1');
    await library.receives(delivered({ book: 'a', number: 1 }), delivered({ book: 'b', number: 1 }));
    expect(await traces('a')).toEqual({ ...NOTHING, marks: 1, lastIn: 1 });
    expect(await traces('b')).toEqual({ pages: 1, sent: 1, marks: 1, lastIn: 1 });
    const [mark] = await library.rows("select outcome from inbox where stream = 'document:a'");
    expect(mark).toEqual({ outcome: 'parked' });
  });

  it('are repeated for no message: handled, parked, stashed and discarded ones are answered as before', async () => {
    library.poison.add('d/1').add('e/1').add('f/2');
    const handled = delivered({ book: 'c', number: 1 });
    const parked = delivered({ book: 'd', number: 1 });
    const stashed = delivered({ book: 'd', number: 2 });
    const discarded = delivered({ book: 'e', number: 1 });
    const waited = delivered({ book: 'f', number: 2 });
    await library.receives(handled, parked, stashed, discarded, waited);
    await library.receives(delivered({ book: 'f', number: 1 }));
    await library.desk.discard('tax', String(discarded.headers.ce_id), { operator, reason: 'a torn page' });
    library.answers.length = 0;
    await library.receives(handled, parked, stashed, discarded, waited);
    const said = library.answers.map(({ incoming, outcome, cause }) => [incoming.stream, outcome, cause]);
    expect(said.sort()).toEqual([
      ['document:c', 'handled', undefined],
      ['document:d', 'parked', 'messaging.HANDLER_FAILED'],
      ['document:d', 'stashed', undefined],
      ['document:e', 'discarded', 'a torn page'],
      ['document:f', 'parked', 'messaging.HANDLER_FAILED'],
    ]);
    expect(await library.handled('c')).toEqual([1]);
  });
});
