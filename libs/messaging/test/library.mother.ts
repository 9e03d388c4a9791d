import { messageOf, type Received, SignatureVerifier } from '@lienthong/envelope';
import { FixedClock, isAppError } from '@lienthong/kernel';
import { Database, ensurePartitions, type SavedRow, UnitOfWork, Witness } from '@lienthong/persistence';
import { testDatabase, type TestDatabase, withClient } from '@lienthong/testing';
import { Logger } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { type KafkaLogger, ParkedMessages, type WireRecord } from '../src';
import type { Answer } from '../src/inbox/answer';
import { HandlerRegistry } from '../src/inbox/handler-registry';
import { InboxStore } from '../src/inbox/inbox-store';
import { type Incoming, readIncoming } from '../src/inbox/incoming';
import { DUPLICATE_WINDOW_MS, MemberInbox } from '../src/inbox/member-inbox';
import { StashSweep } from '../src/inbox/stash-sweep';
import { Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { Book, librarySchema, PageAddedV1 } from './books.mother';
import { clock, directory } from './deliveries.mother';
import { type InstanceOptions, LibraryInstance, type PageHandler, taking } from './library-instance.mother';
import { LibraryTopics } from './library-topics.mother';

const COPIES = 'document:copy-of-';

/** Writes which saves were shown to it, where a spec has made the table `seen` for that. */
class SeenSaves extends Witness {
  isAsked = false;

  note({ key, before, after, origin: { by, causationId } }: SavedRow): object | undefined {
    const pagesOf = (book: object | undefined): number | undefined => (book as Book | undefined)?.pages;
    return this.isAsked ? { key, before: pagesOf(before), after: pagesOf(after), by, causationId } : undefined;
  }

  async write(client: PoolClient, notes: readonly object[]): Promise<void> {
    await client.query('insert into seen select unnest($1::jsonb[])', [notes.map((note) => JSON.stringify(note))]);
  }
}

export const operator = { id: 'message-operator-centre', office: 'centre' };

/**
 * The member `library` on a database of its own. It counts the pages of books; its inbox and its operators' desk are here
 * to be called without a broker, and there are as many instances of the whole on its own topics as a spec wants.
 */
export class Library {
  readonly answers: Answer[] = [];
  readonly errors: object[] = [];
  /** Rows that the inbox's unit of work gave to the relay. */
  readonly handedOver: OutboxRow[] = [];
  /** `<book>/<pages>` that the handler cannot take. */
  readonly poison = new Set<string>();
  /** Runs inside the handler. */
  whileHandling: PageHandler = () => Promise.resolve();
  readonly witness = new SeenSaves();
  readonly work: UnitOfWork;
  readonly inbox: MemberInbox;
  readonly desk: ParkedMessages;
  private readonly instances: LibraryInstance[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly database: Database,
    readonly topics: LibraryTopics,
    readonly clock: FixedClock,
  ) {
    const relay = { isLeader: true, handOver: (rows: readonly OutboxRow[]) => void this.handedOver.push(...rows) };
    this.work = new UnitOfWork(database, new Outbox(clock, relay, 'lienthong_outbox'), this.witness);
    this.inbox = this.anotherInbox();
    this.desk = this.deskOf(this.inbox);
  }

  static async open(partitions = 3): Promise<Library> {
    Logger.overrideLogger(false);
    const db = await testDatabase(librarySchema);
    const database = new Database({ url: db.appUrl, entities: [Book], applicationName: 'spec' });
    await database.connect();
    const library = new Library(db, database, new LibraryTopics(partitions), new FixedClock(clock.now()));
    const { client, release } = await database.client();
    await ensurePartitions(client, 'inbox', clock.now());
    release();
    return library;
  }

  get logger(): KafkaLogger {
    const silent = (): void => undefined;
    return { debug: silent, info: silent, warn: silent, error: (facts) => void this.errors.push(facts) };
  }

  get checks(): { member: string; verifier: SignatureVerifier; clock: FixedClock } {
    return { member: 'library', verifier: new SignatureVerifier(directory), clock: this.clock };
  }

  /** The inbox of one more instance of the same service. */
  anotherInbox(handlerTimeoutMs = 2_000): MemberInbox {
    const handler = taking((message) => this.countPages(message, this.work));
    return new MemberInbox({
      ...this.checks,
      unitOfWork: this.work,
      store: new InboxStore(),
      handlers: new HandlerRegistry(new Map([[messageOf(PageAddedV1).type, handler]])),
      handlerTimeoutMs,
      windowMs: DUPLICATE_WINDOW_MS,
      logger: this.logger,
      answer: (given) => void this.answers.push(...given),
    });
  }

  /** The sweep of one instance. */
  sweepOf(inbox: MemberInbox): StashSweep {
    return new StashSweep({ unitOfWork: this.work, store: new InboxStore(), inbox, logger: this.logger });
  }

  deskOf(inbox: MemberInbox, more: Partial<ConstructorParameters<typeof ParkedMessages>[0]> = {}): ParkedMessages {
    const sweep = this.sweepOf(inbox);
    return new ParkedMessages({
      ...this.checks,
      unitOfWork: this.work,
      store: new InboxStore(),
      takeProtocol: (messages) =>
        Promise.resolve(messages.flatMap(({ record, fault }) => (fault ? [{ record, fault }] : []))),
      sweep: (stream) => sweep.follow(stream),
      logger: this.logger,
      answer: (given) => void this.answers.push(...given),
      ...more,
    });
  }

  /** One more instance of the whole member on the real broker, started; `close` stops it at the latest. */
  async instance(handler: PageHandler = this.countPages, options: InstanceOptions = {}): Promise<LibraryInstance> {
    const { db, topics, clock: time } = this;
    const instance = await LibraryInstance.start({ db, topics, clock: time, handler }, options);
    this.instances.push(instance);
    return instance;
  }

  read(records: readonly WireRecord[]): Incoming[] {
    return records.map((record) => readIncoming(record, this.checks) as Incoming);
  }

  /** The records arrive in one batch. */
  receives(...records: readonly WireRecord[]): Promise<void> {
    return this.inbox.process(this.read(records), 1);
  }

  /** Pages of the messages whose effect is in the database, in the order in which they were handled. */
  async handled(book: string): Promise<number[]> {
    return (await this.handledOf([book])).get(book) ?? [];
  }

  /** The pages of several books, in the order in which they were handled. */
  async handledOf(books: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
    const sql = 'select stream, payload from outbox where stream = any($1) order by stream, seq';
    const streams = books.map((book) => `${COPIES}${book}`);
    const handled = new Map<string, number[]>(books.map((book) => [book, []]));
    for (const { stream, payload } of await this.rows<{ stream: string; payload: Buffer }>(sql, [streams])) {
      handled.get(stream.slice(COPIES.length))?.push((JSON.parse(String(payload)) as PageAddedV1).pages);
    }
    return handled;
  }

  async pagesOf(book: string): Promise<number | undefined> {
    const [row] = await this.rows<{ pages: number }>('select pages from book where name = $1', [book]);
    return row?.pages;
  }

  /** Rows of the member's database, read in the member's own role. */
  rows<R extends object>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return withClient(this.db.appUrl, async (client) => (await client.query<R>(sql, [...parameters])).rows);
  }

  /** `<number>: <outcome>` of every answer about a stream. */
  said(stream: string): string[] {
    return this.answers
      .filter(({ incoming }) => incoming.stream === stream)
      .map(({ incoming, outcome }) => `${incoming.sequence}: ${outcome}`);
  }

  lastAnswer(): Omit<Answer, 'incoming'> & { readonly id?: string } {
    const last = this.answers.at(-1);
    if (!last) throw new Error('nothing was answered');
    const { incoming, ...said } = last;
    return { ...said, id: incoming.id };
  }

  async close(): Promise<void> {
    for (const instance of this.instances) await instance.stop();
    await this.topics.close();
    await this.database.close();
    await this.db.drop();
  }

  /** Adds the pages to the book, and reports them by a message about its copy, so that the copies tell the order. */
  private readonly countPages: PageHandler = async (message: Received<PageAddedV1>, work) => {
    const { book, pages } = message.body;
    const known = await work.find(Book, book);
    work.save(Book, { name: book, pages: (known?.pages ?? 0) + pages });
    const to = [{ member: 'tax', office: 'bien-hoa' }];
    work.send(PageAddedV1, { book: `copy-of-${book}`, pages }, { fromOffice: message.office, to });
    await this.whileHandling(message, work);
    if (this.poison.has(`${book}/${pages}`)) throw new Error('secret-of-the-handler');
  };
}

/** `done`, or the status and code with which the work was refused. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return isAppError(error) ? `${error.status} ${error.code}` : String(error);
  }
}
