import { eventually } from '@lienthong/testing';
import type { WireRecord } from '../src';
import type { MemberInbox } from '../src/inbox/member-inbox';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { PageHandler } from './library-instance.mother';

const STATEMENT_TIMEOUT_MS = 300;
const MOST_TRIES = 20;

const sleeps: PageHandler = async (_, work) => void (await work.query('select pg_sleep(5)'));
const timesOut: PageHandler = async (message, work) => {
  await work.query('set local statement_timeout = 20');
  await sleeps(message, work);
};

describe('messages whose own statements time out', () => {
  let library: Library;
  let inbox: MemberInbox;
  beforeAll(async () => {
    library = await Library.open();
  });
  beforeEach(() => {
    inbox = library.anotherInbox();
    library.answers.length = 0;
    library.whileHandling = () => Promise.resolve();
  });
  afterAll(() => library.close());

  /** The batch comes again until it is done with, as the consumer has it; returns how many tries it took. */
  async function comesUntilDone(...records: readonly WireRecord[]): Promise<number> {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const isDone = inbox.process(library.read(records), attempt).then(
        () => true,
        () => false,
      );
      if (await isDone) return attempt;
    }
    throw new Error('the batch comes again for ever');
  }
  /** Books whose handling times out. */
  function slow(...books: readonly string[]): void {
    library.whileHandling = async (message, work) => {
      if (books.includes(message.body.book)) await timesOut(message, work);
    };
  }
  const parked = (book: string): Promise<object[]> =>
    library.rows('select seq, cause, holds_stream from parked where stream = $1', [`document:${book}`]);

  it('park with their own cause, while their neighbours are handled and what follows in their stream waits', async () => {
    const handled: string[] = [];
    const instance = await library.instance(
      async (message, work) => {
        const { book, pages } = message.body;
        if (book === 'a' && pages === 2) await sleeps(message, work);
        else handled.push(`${book}/${pages}`);
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS, askAgainMs: 100 },
    );
    const [first, second, third] = [1, 2, 3].map((number) => delivered({ book: 'a', number }));
    const before = Array.from({ length: 5 }, (_, i) => delivered({ book: `beside-${i}`, number: 1 }));
    await library.topics.deliver([first, second, third, ...before] as WireRecord[]);
    await eventually(async () => (await parked('a')).length === 1, { timeoutMs: 60_000, describe: 'a/2 parked' });
    await library.topics.deliver([delivered({ book: 'a', number: 4 }), delivered({ book: 'later', number: 1 })]);
    await eventually(() => handled.includes('later/1'), { describe: () => `handled: ${handled.join()}` });
    expect(await parked('a')).toEqual([{ seq: '2', cause: 'messaging.STATEMENT_TIMEOUT', holds_stream: true }]);
    const waiting = "select seq from stash where stream = 'document:a' order by seq";
    await eventually(async () => (await library.rows(waiting)).length === 2, { describe: 'a/3 and a/4 wait' });
    const outcomes = "select distinct stream, outcome from inbox where stream like 'document:beside-%'";
    expect(await library.rows(outcomes)).toHaveLength(before.length);
    expect(handled).not.toContain('a/3');
    await instance.stop();
  });

  it('are in nobody’s way while they are tried: the batch is done with, and they wait with their stream', async () => {
    slow('b');
    const tries = await comesUntilDone(...[1, 2].map((number) => delivered({ book: 'b', number })), page('c'));
    expect(tries).toBe(7);
    expect(library.said('document:b')).toEqual(['1: stashed', '2: stashed']);
    expect(await library.handled('c')).toEqual([1]);
    expect(await comesUntilDone(delivered({ book: 'b', number: 3 }), page('d'))).toBe(1);
    expect([await library.handled('d'), await parked('b')]).toEqual([[1], []]);
    slow();
    await library.sweepOf(inbox).sweep();
    expect(await library.handled('b')).toEqual([1, 2, 3]);
  });

  it('are handled at the third try when the first two time out: nothing parks, nothing waits', async () => {
    let timeOuts = 0;
    library.whileHandling = async (message, work) => {
      if ((timeOuts += 1) <= 2) await timesOut(message, work);
    };
    expect(await comesUntilDone(page('e'))).toBe(3);
    expect(library.said('document:e')).toEqual(['1: handled']);
  });

  it('do not park for a database that is slow for all of them, however long', async () => {
    const books = ['f', 'g', 'h'];
    slow(...books);
    await comesUntilDone(...books.map(page));
    const sweep = library.sweepOf(inbox);
    for (let i = 0; i < MOST_TRIES; i += 1) await sweep.sweep();
    expect((await Promise.all(books.map(parked))).flat()).toEqual([]);
    slow();
    await sweep.sweep();
    expect([...(await library.handledOf(books)).values()]).toEqual([[1], [1], [1]]);
  });

  it('park, several of them, as soon as others are handled in between', async () => {
    slow('i', 'j');
    await comesUntilDone(page('i'), page('j'));
    const sweep = library.sweepOf(inbox);
    for (let number = 1; number <= MOST_TRIES / 2; number += 1) {
      await sweep.sweep();
      await comesUntilDone(delivered({ book: 'k', number }));
    }
    const cause = 'messaging.STATEMENT_TIMEOUT';
    for (const book of ['i', 'j']) expect(await parked(book)).toEqual([{ seq: '1', cause, holds_stream: true }]);
  });
});

function page(book: string): WireRecord {
  return delivered({ book, number: 1 });
}
