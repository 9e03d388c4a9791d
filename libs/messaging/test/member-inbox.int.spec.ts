import type { Received } from '@lienthong/envelope';
import { newId } from '@lienthong/kernel';
import { Database, ensurePartitions, UnitOfWork } from '@lienthong/persistence';
import { testDatabase, type TestDatabase } from '@lienthong/testing';
import type { MessageHandler } from '@nestjs/microservices';
import { SignatureVerifier } from '@lienthong/envelope';
import { type WireRecord, messagingMigrations, nestLog } from '../src';
import { Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { HandlerRegistry } from '../src/inbox/handler-registry';
import { InboxStore } from '../src/inbox/inbox-store';
import { type Incoming, readIncoming } from '../src/inbox/incoming';
import { MemberInbox } from '../src/inbox/member-inbox';
import type { Answer } from '../src/inbox/batch-plan';
import { Book, BookTable1767225600001, clock, delivered, directory, PageAddedV1 } from './deliveries.mother';
import { messageOf } from '@lienthong/envelope';

const checks = { member: 'library', verifier: new SignatureVerifier(directory), clock };
const read = (records: readonly WireRecord[]): Incoming[] =>
  records.map((record) => readIncoming(record, checks) as Incoming);

describe('the inbox of a member', () => {
  let db: TestDatabase;
  let database: Database;
  let work: UnitOfWork;
  let inbox: MemberInbox;
  let answers: Answer[];
  let handedOver: OutboxRow[];
  let statements: string[] = [];

  beforeAll(async () => {
    db = await testDatabase({ entities: [Book], migrations: [...messagingMigrations, BookTable1767225600001] });
    database = new Database({ url: db.appUrl, entities: [Book], applicationName: 'library' });
    await database.connect();
    countStatements();
    const { client, release } = await database.client();
    await ensurePartitions(client, 'inbox', clock.now());
    release();
  });

  beforeEach(() => {
    answers = [];
    handedOver = [];
    statements = [];
    const relay = { isLeader: true, handOver: (rows: readonly OutboxRow[]) => void handedOver.push(...rows) };
    work = new UnitOfWork(database, new Outbox(clock, relay, 'lienthong_outbox'));
    inbox = new MemberInbox({
      ...checks,
      unitOfWork: work,
      store: new InboxStore(),
      handlers: new HandlerRegistry(new Map([[messageOf(PageAddedV1).type, addPages()]])),
      handlerTimeoutMs: 300,
      logger: { ...nestLog('test'), info: () => undefined, warn: () => undefined, error: () => undefined },
      answer: (given) => void answers.push(...given),
    });
  });

  afterAll(async () => {
    await database.close();
    await db.drop();
  });

  function addPages(): MessageHandler {
    const handler = async ({ body, office }: Received<PageAddedV1>): Promise<void> => {
      const book = await work.find(Book, body.book);
      work.save(Book, { name: body.book, pages: (book?.pages ?? 0) + body.pages });
      work.send(
        PageAddedV1,
        { book: `copy-of-${body.book}`, pages: body.pages },
        { fromOffice: office, to: [{ member: 'tax', office: 'bien-hoa' }] },
      );
      if (body.pages === 13) throw new Error('a page numbered 13 is bad luck');
      if (body.pages === 77) await new Promise((resolve) => setTimeout(resolve, 2_000));
    };
    return Object.assign(handler as unknown as MessageHandler, {
      extras: { messageClass: PageAddedV1, loads: [[Book, (b: PageAddedV1) => b.book]] },
    });
  }

  function countStatements(): void {
    const original = database.client.bind(database);
    database.client = async () => {
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

  const pagesOf = async (book: string): Promise<number | undefined> =>
    (await work.perform(() => work.find(Book, book)))?.pages;
  const outboxOf = (stream: string): Promise<{ seq: string; id: string }[]> =>
    work.perform(() => work.query('select seq, id from outbox where stream = $1 order by seq', [stream]));

  const stashedOf = async (stream: string): Promise<string> => {
    const [row] = await work.perform(() =>
      work.query<{ n: string }>('select count(*) n from stash where stream = $1', [stream]),
    );
    return row?.n ?? '';
  };

  it('commits state, outgoing message and mark together, and hands the message to the relay', async () => {
    await inbox.process(read([delivered({ book: 'a', number: 1 }), delivered({ book: 'a', number: 2, pages: 4 })]), 1);
    expect(await pagesOf('a')).toBe(5);
    expect(handedOver.map((row) => [row.stream, row.seq])).toEqual([
      ['document:copy-of-a', 1],
      ['document:copy-of-a', 2],
    ]);
    expect(answers.map((a) => a.outcome)).toEqual(['handled', 'handled']);
    expect(handedOver[0]?.causationId).toBe(answers[0]?.incoming.id);
  });

  it('changes nothing when a delivery comes again, and answers as before (F13)', async () => {
    const twice = delivered({ book: 'b', number: 1 });
    await inbox.process(read([twice]), 1);
    await inbox.process(read([twice, twice]), 1);
    expect(await pagesOf('b')).toBe(1);
    expect(answers.map((a) => a.outcome)).toEqual(['handled', 'handled', 'handled']);
    expect(await outboxOf('document:copy-of-b')).toHaveLength(1);
  });

  it('parks the same id with other content and keeps the first (F28)', async () => {
    const id = newId(clock);
    await inbox.process(read([delivered({ book: 'c', number: 1, id })]), 1);
    await inbox.process(read([delivered({ book: 'c', number: 1, id, pages: 9 })]), 1);
    expect(await pagesOf('c')).toBe(1);
    expect(answers[1]).toMatchObject({ outcome: 'parked', cause: 'messaging.IDENTITY_CONFLICT' });
  });

  it('parks a message whose handler fails, leaves no half state, stashes what follows, lets other streams go on', async () => {
    await inbox.process(
      read([
        delivered({ book: 'd', number: 1, pages: 13 }),
        delivered({ book: 'd', number: 2 }),
        delivered({ book: 'e', number: 1 }),
      ]),
      1,
    );
    expect(await pagesOf('d')).toBeUndefined();
    expect(await outboxOf('document:copy-of-d')).toEqual([]);
    expect(await pagesOf('e')).toBe(1);
    const outcomes = Object.fromEntries(answers.map((a) => [`${a.incoming.stream}/${a.incoming.sequence}`, a.outcome]));
    expect(outcomes).toEqual({ 'document:d/1': 'parked', 'document:d/2': 'stashed', 'document:e/1': 'handled' });
  });

  it('redoes a batch message by message when a constraint refuses one, so that the poison costs one message', async () => {
    await inbox.process(
      read([
        delivered({ book: 'f', number: 1 }),
        delivered({ book: 'g', number: 1, pages: 950 }),
        delivered({ book: 'h', number: 1 }),
      ]),
      1,
    );
    expect([await pagesOf('f'), await pagesOf('g'), await pagesOf('h')]).toEqual([1, undefined, 1]);
    expect(answers.find((a) => a.incoming.stream === 'document:g')).toMatchObject({ outcome: 'parked' });
  });

  it('holds a later number until the missing one has come, then handles both in order', async () => {
    const [first, second, third] = [1, 2, 3].map((number) => delivered({ book: 'i', number, pages: number }));
    await inbox.process(read([first as WireRecord, third as WireRecord]), 1);
    expect(await pagesOf('i')).toBe(1);
    await inbox.process(read([second as WireRecord]), 1);
    expect(await pagesOf('i')).toBe(6);
    expect(answers.map((a) => [a.incoming.sequence, a.outcome])).toEqual([
      [1, 'handled'],
      [3, 'stashed'],
      [2, 'handled'],
      [3, 'handled'],
    ]);
    const rows = await work.perform(() =>
      work.query<{ n: string }>("select count(*) n from stash where stream = 'document:i'"),
    );
    expect(rows[0]?.n).toBe('0');
  });

  it('drains every message that waited behind a gap, however many, and sweeps up what one transaction leaves', async () => {
    const waiting = Array.from({ length: 2_300 }, (_, i) => delivered({ book: 'o', number: i + 2, pages: 0 }));
    for (let i = 0; i < waiting.length; i += 500) await inbox.process(read(waiting.slice(i, i + 500)), 1);
    expect(inbox.counts).toMatchObject({ handled: 0, stashed: 2_300 });
    await inbox.process(read([delivered({ book: 'o', number: 1, pages: 5 })]), 1);
    expect(inbox.counts.handled).toBe(2_001);
    await inbox.sweep();
    expect(inbox.counts.handled).toBe(2_301);
    const [row] = await work.perform(() => work.query<{ n: string }>('select count(*) n from stash'));
    expect(row?.n).toBe(await stashedOf('document:d'));
  });

  it('parks two copies of a conflicting message once, and goes on', async () => {
    const id = newId(clock);
    await inbox.process(read([delivered({ book: 'p', number: 1, id })]), 1);
    const forged = delivered({ book: 'p', number: 1, id, pages: 7 });
    await inbox.process(read([forged, forged, delivered({ book: 'p', number: 2 })]), 1);
    expect(await pagesOf('p')).toBe(2);
  });

  it('parks a handler that takes too long and rolls its work back', async () => {
    await inbox.process(read([delivered({ book: 'j', number: 1, pages: 77 })]), 1);
    expect(await pagesOf('j')).toBeUndefined();
    expect(answers[0]).toMatchObject({ outcome: 'parked', cause: 'messaging.HANDLER_TIMEOUT' });
  });

  it('parks a message whose content does not match the signed hash, and one that names other recipients', async () => {
    await inbox.process(
      read([
        delivered({ book: 'k', number: 1, tamper: true }),
        delivered({ book: 'l', number: 1, recipients: 'treasury/bien-hoa' }),
      ]),
      1,
    );
    expect(answers.map((a) => a.cause).sort()).toEqual(['messaging.CONTENT_CHANGED', 'messaging.NOT_ADDRESSED']);
  });

  it('takes an unknown id with an old number for an alarm, never for a duplicate', async () => {
    await inbox.process(read([delivered({ book: 'm', number: 1 })]), 1);
    await inbox.process(read([delivered({ book: 'm', number: 1, pages: 5 })]), 1);
    expect(await pagesOf('m')).toBe(1);
    expect(answers[1]).toMatchObject({ outcome: 'parked', cause: 'messaging.NUMBER_REUSED' });
  });

  it('needs at most 8 statements and 2 per further entity for 500 messages, BEGIN and COMMIT counted', async () => {
    const records = Array.from({ length: 500 }, (_, i) =>
      delivered({ book: `n${i % 100}`, number: 1 + Math.floor(i / 100) }),
    );
    const incoming = read(records);
    statements = [];
    await inbox.process(incoming, 1);
    expect(inbox.counts.handled).toBe(500);
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
