import { canonicalBytes } from '@lienthong/envelope';
import { newId } from '@lienthong/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import type { WireRecord } from '../src';
import type { MemberInbox } from '../src/inbox/member-inbox';
import { clock, delivered } from './deliveries.mother';
import { Library } from './library.mother';

const HANDLER_TIMEOUT_MS = 300;

describe('the inbox of a member', () => {
  let library: Library;
  let inbox: MemberInbox;
  let statements: string[] = [];

  beforeAll(async () => {
    library = await Library.open();
    countStatements();
    library.poison.add('d/13');
    library.whileHandling = ({ body }) =>
      body.book === 'j' ? delay(2_000, undefined, { ref: false }) : Promise.resolve();
  });
  beforeEach(() => {
    library.answers.length = 0;
    library.handedOver.length = 0;
    inbox = library.anotherInbox(HANDLER_TIMEOUT_MS);
  });
  afterAll(() => library.close());

  function countStatements(): void {
    const original = library.database.client.bind(library.database);
    library.database.client = async () => {
      const { client, release } = await original();
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      const counted = Object.create(client) as typeof client;
      counted.query = ((...args: unknown[]) => {
        statements.push(String(args[0]));
        return query(...args);
      }) as never;
      return { client: counted, release };
    };
  }

  const receives = (...records: readonly WireRecord[]): Promise<void> => inbox.process(library.read(records), 1);
  const stashed = async (condition = 'true'): Promise<number> =>
    (await library.rows(`select 1 from stash where ${condition}`)).length;

  it('commits state, outgoing message and mark together, and hands the message to the relay', async () => {
    await receives(delivered({ book: 'a', number: 1 }), delivered({ book: 'a', number: 2, pages: 4 }));
    expect(await library.pagesOf('a')).toBe(5);
    expect(library.handedOver.map((row) => [row.stream, row.seq])).toEqual([
      ['document:copy-of-a', 1],
      ['document:copy-of-a', 2],
    ]);
    expect(library.answers.map((a) => a.outcome)).toEqual(['handled', 'handled']);
    expect(library.handedOver[0]?.causationId).toBe(library.answers[0]?.incoming.id);
  });

  it('changes nothing when a delivery comes again, and answers as before (F13)', async () => {
    const twice = delivered({ book: 'b', number: 1 });
    await receives(twice);
    await receives(twice, twice);
    expect(await library.pagesOf('b')).toBe(1);
    expect(library.answers.map((a) => a.outcome)).toEqual(['handled', 'handled', 'handled']);
    expect(await library.handled('b')).toEqual([1]);
  });

  it('parks the same id with other content and keeps the first (F28)', async () => {
    const id = newId(clock);
    await receives(delivered({ book: 'c', number: 1, id }));
    await receives(delivered({ book: 'c', number: 1, id, pages: 9 }));
    expect(await library.pagesOf('c')).toBe(1);
    expect(library.answers[1]).toMatchObject({ outcome: 'parked', cause: 'messaging.IDENTITY_CONFLICT' });
  });

  it('parks a message whose handler fails, leaves no half state, stashes what follows, lets other streams go on', async () => {
    await receives(
      delivered({ book: 'd', number: 1, pages: 13 }),
      delivered({ book: 'd', number: 2 }),
      delivered({ book: 'e', number: 1 }),
    );
    expect(await library.pagesOf('d')).toBeUndefined();
    expect(await library.handled('d')).toEqual([]);
    expect(await library.pagesOf('e')).toBe(1);
    const outcomes = Object.fromEntries(
      library.answers.map((a) => [`${a.incoming.stream}/${a.incoming.sequence}`, a.outcome]),
    );
    expect(outcomes).toEqual({ 'document:d/1': 'parked', 'document:d/2': 'stashed', 'document:e/1': 'handled' });
  });

  it('redoes a batch message by message when a constraint refuses one, so that the poison costs one message', async () => {
    await receives(
      delivered({ book: 'f', number: 1 }),
      delivered({ book: 'g', number: 1, pages: 950 }),
      delivered({ book: 'h', number: 1 }),
    );
    expect([await library.pagesOf('f'), await library.pagesOf('g'), await library.pagesOf('h')]).toEqual([
      1,
      undefined,
      1,
    ]);
    expect(library.answers.find((a) => a.incoming.stream === 'document:g')).toMatchObject({ outcome: 'parked' });
  });

  it('holds a later number until the missing one has come, then handles both in order', async () => {
    const [first, second, third] = [1, 2, 3].map((number) => delivered({ book: 'i', number, pages: number }));
    await receives(first as WireRecord, third as WireRecord);
    expect(await library.pagesOf('i')).toBe(1);
    await receives(second as WireRecord);
    expect(await library.pagesOf('i')).toBe(6);
    expect(library.answers.map((a) => [a.incoming.sequence, a.outcome])).toEqual([
      [1, 'handled'],
      [3, 'stashed'],
      [2, 'handled'],
      [3, 'handled'],
    ]);
    expect(await stashed("stream = 'document:i'")).toBe(0);
  });

  it('drains every message that waited behind a gap, however many, and sweeps up what one transaction leaves', async () => {
    const waiting = Array.from({ length: 2_300 }, (_, i) => delivered({ book: 'o', number: i + 2, pages: 0 }));
    for (let i = 0; i < waiting.length; i += 500) await receives(...waiting.slice(i, i + 500));
    expect(inbox.counts).toMatchObject({ handled: 0, stashed: 2_300 });
    await receives(delivered({ book: 'o', number: 1, pages: 5 }));
    expect(inbox.counts.handled).toBe(2_001);
    await library.sweepOf(inbox).sweep();
    expect(inbox.counts.handled).toBe(2_301);
    expect(await stashed("stream <> 'document:d'")).toBe(0);
  });

  it('parks two copies of a conflicting message once, and goes on', async () => {
    const id = newId(clock);
    await receives(delivered({ book: 'p', number: 1, id }));
    const forged = delivered({ book: 'p', number: 1, id, pages: 7 });
    await receives(forged, forged, delivered({ book: 'p', number: 2, pages: 1 }));
    expect(await library.pagesOf('p')).toBe(2);
  });

  it('parks a handler that takes too long and rolls its work back', async () => {
    await receives(delivered({ book: 'j', number: 1, pages: 77 }));
    expect(await library.pagesOf('j')).toBeUndefined();
    expect(library.answers[0]).toMatchObject({ outcome: 'parked', cause: 'messaging.HANDLER_TIMEOUT' });
  });

  it('parks a message whose content does not match the signed hash, and one that names other recipients', async () => {
    await receives(
      { ...delivered({ book: 'k', number: 1 }), value: canonicalBytes({ book: 'k', pages: 2 }) },
      delivered({ book: 'l', number: 1, recipients: 'treasury/bien-hoa' }),
    );
    expect(library.answers.map((a) => a.cause).sort()).toEqual([
      'messaging.CONTENT_CHANGED',
      'messaging.NOT_ADDRESSED',
    ]);
  });

  it('takes an unknown id with an old number for an alarm, never for a duplicate', async () => {
    await receives(delivered({ book: 'm', number: 1 }));
    await receives(delivered({ book: 'm', number: 1, pages: 5 }));
    expect(await library.pagesOf('m')).toBe(1);
    expect(library.answers[1]).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
  });

  it('needs at most 8 statements and 2 per further entity for 500 messages, BEGIN and COMMIT counted', async () => {
    const records = Array.from({ length: 500 }, (_, i) =>
      delivered({ book: `n${i % 100}`, number: 1 + Math.floor(i / 100) }),
    );
    const incoming = library.read(records);
    statements = [];
    await inbox.process(incoming, 1);
    expect(inbox.counts.handled).toBe(500);
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
