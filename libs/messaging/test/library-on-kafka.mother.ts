import { generateKey, messageOf, type Received, SignatureVerifier, signerFromJwk } from '@lienthong/envelope';
import { Database, ensurePartitions, UnitOfWork } from '@lienthong/persistence';
import { eventually, type TestDatabase, testDatabase, testPrefix } from '@lienthong/testing';
import type { MessageHandler } from '@nestjs/microservices';
import type { Kafka } from 'kafkajs';
import {
  createKafka,
  createProducer,
  DependableProducer,
  ensureTopics,
  GatheringConsumer,
  type KafkaLogger,
  messagingMigrations,
  Relay,
  topicNames,
  type WireRecord,
} from '../src';
import { HandlerRegistry } from '../src/inbox/handler-registry';
import { InboxStore } from '../src/inbox/inbox-store';
import { type Incoming, readIncoming } from '../src/inbox/incoming';
import { MemberInbox } from '../src/inbox/member-inbox';
import { Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { OutboxSource } from '../src/outbox/outbox-source';
import { Book, BookTable1767225600001, clock, delivered, directory, PageAddedV1 } from './deliveries.mother';

export interface LibraryOptions {
  /** Where the member finds the broker; the spec itself writes and reads past every fault. */
  readonly brokers?: string;
  /** The URL by which the member reaches its database. */
  readonly route?: (url: string) => string;
  readonly broker: string;
}

/** One call of the consumer's `process`. */
export interface Attempt {
  readonly attempt: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failed: boolean;
  readonly records: number;
}

const CHANNEL = 'lienthong_outbox';
const LONG_MS = 600_000;
/** Short, so that half-open connections are noticed early. */
const REQUEST_MS = 2_000;
const STATEMENT_MS = 2_000;
const SETTLED_MS = 60_000;
const signer = signerFromJwk(generateKey('library-1').privateJwk);

/**
 * A whole member on real Kafka and PostgreSQL: it adds the pages that arrive to its books, and reports each by a message
 * about the copy, so that the copies show what was handled, how often and in which order.
 */
export class Library {
  readonly attempts: Attempt[] = [];
  /** Waits of paused partitions in ms, in the order in which they were drawn. */
  readonly waits: { readonly waitMs: number; readonly at: number }[] = [];
  readonly topic: string;
  readonly out: string;
  readonly group: string;
  private readonly numbers = new Map<string, number>();
  private readonly sent: { readonly key: string | null; readonly id: string; readonly pages: number }[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly database: Database,
    readonly work: UnitOfWork,
    readonly spec: Kafka,
  ) {
    const prefix = testPrefix();
    this.topic = topicNames(prefix).in('library');
    this.out = topicNames(prefix).out('library');
    this.group = `${prefix}library`;
  }

  static async open({ broker, brokers = broker, route = (url) => url }: LibraryOptions): Promise<Library> {
    const db = await testDatabase({ entities: [Book], migrations: [...messagingMigrations, BookTable1767225600001] });
    const url = route(db.appUrl);
    const database = new Database({
      url,
      entities: [Book],
      applicationName: 'library',
      statementTimeoutMs: STATEMENT_MS,
    });
    await database.connect();
    const handing = { relay: undefined as Relay<OutboxRow> | undefined };
    const handOver = {
      get isLeader(): boolean {
        return handing.relay?.isLeader ?? false;
      },
      handOver: (rows: readonly OutboxRow[]) => handing.relay?.handOver(rows),
    };
    const work = new UnitOfWork(database, new Outbox(clock, handOver, CHANNEL));
    const library = new Library(db, database, work, createKafka({ brokers: [broker], clientId: 'spec' }));
    const { client, release } = await database.client();
    await ensurePartitions(client, 'inbox', clock.now());
    release();
    await library.start(
      createKafka({ brokers: [brokers], clientId: 'library', requestTimeoutMs: REQUEST_MS }),
      url,
      (relay) => (handing.relay = relay),
    );
    return library;
  }

  /** Sends so many pages for each book, past every fault; numbers go on where they were. */
  async deliver(books: readonly string[], pagesEach: number, ballast = 0): Promise<void> {
    const records = Array.from({ length: pagesEach }).flatMap(() => books.map((book) => this.page(book, ballast)));
    const producer = this.closed(new DependableProducer(() => createProducer(this.spec)), (one) => one.disconnect());
    const messages = records.map(({ key, value, headers }) => ({
      key,
      value,
      headers: headers as Record<string, string>,
    }));
    await producer.send([{ topic: this.topic, messages }]);
  }

  /** Waits until every page of these books was handled once, in order, reported on the wire, and its offset committed. */
  async settled(books: readonly string[]): Promise<void> {
    const wanted = Object.fromEntries(books.map((book) => [book, this.expected(book)]));
    await eventually(
      async () => {
        const copies = Object.fromEntries(
          await Promise.all(books.map(async (book) => [book, await this.copies(book)] as const)),
        );
        if (JSON.stringify(copies) !== JSON.stringify(wanted)) throw new Error(JSON.stringify({ copies, wanted }));
        return true;
      },
      { timeoutMs: SETTLED_MS, describe: 'every page handled once and in order' },
    );
    await eventually(() => books.every((book) => this.onWire(book).join() === this.expected(book).join()), {
      ...{ timeoutMs: SETTLED_MS, describe: () => books.map((book) => this.onWire(book).join()).join(' | ') },
    });
    await eventually(async () => (await this.lag()) === 0, {
      timeoutMs: SETTLED_MS,
      describe: 'all offsets committed',
    });
  }

  rows<R extends object>(sql: string): Promise<R[]> {
    return this.work.perform(() => this.work.query<R>(sql));
  }

  /** Waits that full jitter may have drawn: bounded by the doubled delay, and not one like the other. */
  expectBackOff(): void {
    const failed = this.attempts.filter((one) => one.failed);
    expect(failed.length).toBeGreaterThanOrEqual(2);
    expect(this.waits).toHaveLength(failed.length);
    this.waits.forEach(({ waitMs }, i) => {
      expect(waitMs).toBeLessThanOrEqual(Math.min(5_000, 50 * 2 ** (failed[i] as Attempt).attempt));
    });
    expect(new Set(this.waits.map(({ waitMs }) => waitMs)).size).toBe(this.waits.length);
  }

  /** The consumer was given nothing while its partitions waited. */
  expectPaused(): void {
    for (const { waitMs, at } of this.waits) {
      const during = this.attempts.filter(({ startedAt }) => startedAt > at && startedAt < at + waitMs - 5);
      expect(during).toEqual([]);
    }
  }

  forgetAttempts(): void {
    this.attempts.splice(0);
    this.waits.splice(0);
  }

  async close(): Promise<void> {
    for (const close of this.closing.reverse()) await close();
    await this.database.close();
    await this.db.drop();
  }

  private async start(kafka: Kafka, url: string, onRelay: (relay: Relay<OutboxRow>) => void): Promise<void> {
    await ensureTopics(this.spec, [this.topic, this.out], { partitions: 3 });
    const relay = this.closed(
      new Relay<OutboxRow>({
        source: new OutboxSource('library', this.out, () => signer),
        ...{
          clock,
          url,
          name: 'library',
          lockName: 'outbox',
          channel: CHANNEL,
          reopenEveryMs: LONG_MS,
          statementTimeoutMs: STATEMENT_MS,
        },
        ...{ producer: () => createProducer(kafka), logger: this.log() },
      }),
      (one) => one.stop(),
    );
    onRelay(relay);
    relay.start();
    const reading = { logger: this.log(), maxBatch: 500, sessionTimeoutMs: 6_000 };
    const reader = new GatheringConsumer({
      ...{ ...reading, kafka: this.spec, groupId: `${this.group}.reader`, topics: [this.out] },
      process: async (records) => void this.sent.push(...records.map(copyOf)),
    });
    const consumer = new GatheringConsumer({
      ...{ ...reading, kafka, groupId: this.group, topics: [this.topic] },
      process: (records, attempt) => this.attempted(records, attempt),
    });
    for (const one of [reader, consumer]) await this.closed(one, () => one.stop()).start();
  }

  private async attempted(records: readonly WireRecord[], attempt: number): Promise<void> {
    const startedAt = performance.now();
    const note = (failed: boolean): void =>
      void this.attempts.push({ attempt, startedAt, endedAt: performance.now(), failed, records: records.length });
    try {
      const checks = { member: 'library', verifier: new SignatureVerifier(directory), clock };
      const incoming = records.map((record) => readIncoming(record, checks) as Incoming);
      await this.inbox(checks).process(incoming, attempt);
      note(false);
    } catch (error) {
      note(true);
      throw error;
    }
  }

  private inbox(checks: { member: string; verifier: SignatureVerifier; clock: typeof clock }): MemberInbox {
    return new MemberInbox({
      ...{ ...checks, unitOfWork: this.work, store: new InboxStore(), handlerTimeoutMs: 5_000, logger: this.log() },
      handlers: new HandlerRegistry(new Map([[messageOf(PageAddedV1).type, this.addPages()]])),
      answer: () => undefined,
    });
  }

  private addPages(): MessageHandler {
    const handler = async ({ body, office }: Received<PageAddedV1>): Promise<void> => {
      const book = await this.work.find(Book, body.book);
      this.work.save(Book, { name: body.book, pages: (book?.pages ?? 0) + 1 });
      const copy = { book: `copy-of-${body.book}`, pages: body.pages };
      this.work.send(PageAddedV1, copy, { fromOffice: office, to: [{ member: 'tax', office: 'bien-hoa' }] });
    };
    const extras = { messageClass: PageAddedV1, loads: [[Book, (b: PageAddedV1) => b.book]] };
    return Object.assign(handler as unknown as MessageHandler, { extras });
  }

  private log(): KafkaLogger {
    const nothing = (): void => undefined;
    const debug = (facts: object): void => {
      if ('waitMs' in facts) this.waits.push({ waitMs: Number(facts.waitMs), at: performance.now() });
    };
    return { debug, info: nothing, warn: nothing, error: nothing };
  }

  private page(book: string, ballast: number): WireRecord {
    const number = (this.numbers.get(book) ?? 0) + 1;
    this.numbers.set(book, number);
    return delivered({ book, number, pages: number, ballast });
  }

  private expected(book: string): number[] {
    return Array.from({ length: this.numbers.get(book) ?? 0 }, (_, i) => i + 1);
  }

  private async copies(book: string): Promise<number[]> {
    const rows = await this.rows<{ pages: number }>(
      `select (convert_from(payload, 'utf8')::jsonb ->> 'pages')::int as pages from outbox
       where stream = 'document:copy-of-${book}' order by seq`,
    );
    return rows.map(({ pages }) => pages);
  }

  /** Pages of the copy as its readers see them: repeats of an id, which the bus drops, are left out. */
  private onWire(book: string): number[] {
    const firsts = new Map<string, number>();
    for (const { key, id, pages } of this.sent)
      if (key === `document:copy-of-${book}` && !firsts.has(id)) firsts.set(id, pages);
    return [...firsts.values()];
  }

  private async lag(): Promise<number> {
    const admin = this.spec.admin();
    await admin.connect();
    try {
      const ends = new Map(
        (await admin.fetchTopicOffsets(this.topic)).map(({ partition, high }) => [partition, Number(high)]),
      );
      const [group] = await admin.fetchOffsets({ groupId: this.group, topics: [this.topic] });
      const done = (group?.partitions ?? []).map(
        ({ partition, offset }) => [partition, Math.max(Number(offset), 0)] as const,
      );
      return [...ends].reduce((sum, [partition, end]) => sum + end - (new Map(done).get(partition) ?? 0), 0);
    } finally {
      await admin.disconnect();
    }
  }

  private closed<T>(part: T, close: (part: T) => Promise<unknown>): T {
    this.closing.push(() => close(part));
    return part;
  }
}

function copyOf({ key, headers, value }: WireRecord): { key: string | null; id: string; pages: number } {
  const { pages } = JSON.parse(String(value)) as PageAddedV1;
  return { key, id: String(headers.ce_id), pages };
}
