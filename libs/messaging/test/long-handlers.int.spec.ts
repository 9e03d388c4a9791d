import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@lienthong/testing';
import { Book, PageAddedV1 } from './books.mother';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { PageHandler } from './library-instance.mother';

const SESSION_MS = 1_000;
const LONG = 600;
const to = [{ member: 'tax', office: 'bien-hoa' }];

describe('a handler that takes long', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open(1);
  });
  afterEach(() => library.close());

  const takingLong =
    (ms: number, runs: string[], afterwards: PageHandler = () => Promise.resolve()): PageHandler =>
    async (message, work) => {
      const { book, pages } = message.body;
      runs.push(book);
      work.save(Book, { name: book, pages });
      if (pages !== LONG) return;
      await delay(ms);
      await afterwards(message, work);
    };

  it('longer than the session of its consumer runs once, and nobody else gets its partition', async () => {
    const runs: string[] = [];
    const handler = takingLong(3 * SESSION_MS, runs);
    const { messaging } = await library.instance(handler, { sessionTimeoutMs: SESSION_MS, handlerTimeoutMs: 10_000 });
    await eventually(() => messaging.consumerState()?.joined);
    await library.topics.deliver([
      delivered({ book: 'long', number: 1, pages: LONG }),
      delivered({ book: 'short', number: 1 }),
    ]);
    await eventually(async () =>
      (await library.topics.offsets()).every(({ committed, end }) => committed === 2 && end === 2),
    );
    expect(runs).toEqual(['long', 'short']);
    expect(messaging.consumerState()?.generation).toBe(1);
    expect(messaging.counts).toMatchObject({ handled: 2, repeated: 0, parked: 0 });
  });

  it('longer than its time-out is parked with its work rolled back, other streams go on, and what it does later reaches nothing', async () => {
    const later: string[] = [];
    let isOver = false;
    const refusal = async (act: () => unknown): Promise<void> => {
      try {
        await act();
        later.push('accepted');
      } catch (error) {
        later.push(String((error as { code?: string }).code));
      }
    };
    const afterwards: PageHandler = async (_, work) => {
      await refusal(() => work.find(Book, 'other'));
      await refusal(() => work.save(Book, { name: 'late', pages: 1 }));
      await refusal(() => work.send(PageAddedV1, { book: 'late', pages: 1 }, { fromOffice: 'centre', to }));
      await refusal(() => work.query('insert into book values ($1, 1)', ['late']));
      isOver = true;
    };
    await library.instance(takingLong(900, [], afterwards), { handlerTimeoutMs: 300 });
    const deliver = (number: number): Promise<void> =>
      library.topics.deliver([delivered({ book: 'other', number, pages: number })]);
    await library.topics.deliver([
      delivered({ book: 'long', number: 1, pages: LONG }),
      delivered({ book: 'long', number: 2 }),
      delivered({ book: 'other', number: 1, pages: 1 }),
    ]);
    // the transaction of the next messages is open while the abandoned handler goes on
    for (let number = 2; !isOver; number += 1) {
      await deliver(number);
      await delay(20);
    }
    expect(later).toEqual(Array(4).fill('persistence.OUTSIDE_UNIT_OF_WORK'));
    await eventually(() => library.topics.areCommitted());
    expect(await library.rows('select stream, cause from parked')).toEqual([
      { stream: 'document:long', cause: 'messaging.HANDLER_TIMEOUT' },
    ]);
    expect(await library.rows('select stream, seq::int from stash')).toEqual([{ stream: 'document:long', seq: 2 }]);
    expect(await library.rows('select name from book order by name')).toEqual([{ name: 'other' }]);
    expect(await library.pagesOf('other')).toBeGreaterThan(1);
    expect(await library.rows("select 1 from outbox where stream = 'document:late'")).toEqual([]);
  });
});
