import {
  canonicalBytes,
  contentHash,
  generateKey,
  type KeyDirectory,
  leafOf,
  messageOf,
  newSalt,
  publicKeyFromJwk,
  type Received,
  SignatureVerifier,
  signerFromJwk,
  signLeaves,
  toHeaders,
  VoidV1,
} from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import { Database, ensurePartitions, UnitOfWork } from '@lienthong/persistence';
import { testDatabase, type TestDatabase, testInfrastructure, withClient } from '@lienthong/testing';
import type { MessageHandler } from '@nestjs/microservices';
import { type KafkaLogger, MemberMessaging, messagingMigrations, ParkedMessages, type WireRecord } from '../src';
import type { Answer } from '../src/inbox/batch-plan';
import { HandlerRegistry } from '../src/inbox/handler-registry';
import { InboxStore } from '../src/inbox/inbox-store';
import { type Incoming, readIncoming } from '../src/inbox/incoming';
import { MemberInbox } from '../src/inbox/member-inbox';
import { Outbox } from '../src/outbox/outbox';
import { Book, BookTable1767225600001, PageAddedV1 } from './deliveries.mother';

const keys = { tax: generateKey('tax-1'), 'integration-bus': generateKey('integration-bus-1') };
const DAY_MS = 86_400_000;
const PAGE_ADDED = messageOf(PageAddedV1).type;

export type Sender = keyof typeof keys;

/** The key directory of the test; a key in `withdrawn` is unknown. */
export const withdrawn = new Set<string>();
export const directory: KeyDirectory = {
  find: (kid) => {
    const member = kid.replace(/-1$/, '') as Sender;
    if (withdrawn.has(kid) || !(member in keys)) return undefined;
    const key = publicKeyFromJwk(keys[member].publicJwk);
    return { kid, member, key, validFrom: '2020-01-01T00:00:00+07:00' };
  },
};

export const operator = { id: 'message-operator-centre', office: 'centre' };

export interface Wired {
  readonly type?: string;
  readonly body?: object;
  readonly sender?: Sender;
  readonly stream: string;
  readonly number: number;
  readonly epoch?: number;
  readonly id?: string;
  readonly recipients?: string;
  /** Bytes instead of the body's canonical form. */
  readonly value?: Buffer;
}

/** A record as the bus delivers it to the member `library`. */
export function wired(wanted: Wired): WireRecord {
  const { type = messageOf(PageAddedV1).type, sender = 'tax', stream, number, epoch = 1 } = wanted;
  const value = wanted.value ?? canonicalBytes(wanted.body ?? { book: stream.split(':')[1] ?? '', pages: number });
  const salt = newSalt();
  const attributes = {
    id: wanted.id ?? newId(wireClock),
    type,
    source: `/members/${sender}`,
    time: '2026-08-03T09:00:00.000+07:00',
    dataschema: messageOf(PageAddedV1).dataschema,
    partitionkey: stream,
    senderoffice: 'bien-hoa',
    recipients: wanted.recipients ?? 'library/centre',
    epoch: String(epoch),
    sequence: String(number),
    contenthash: contentHash(salt, value),
  };
  const { signature, paths } = signLeaves(signerFromJwk(keys[sender].privateJwk), [leafOf(attributes)]);
  const headers = toHeaders({
    attributes,
    contentsalt: salt.toString('base64url'),
    signature,
    signaturepath: paths[0] as string,
    bus: {
      acceptedat: '2026-08-03T09:00:00.100+07:00',
      logid: newId(wireClock),
      deliveryepoch: String(epoch),
      deliverysequence: String(number),
    },
    value,
  });
  return { topic: 'library.in', partition: 0, offset: String(number), key: stream, value, headers };
}

/** The void that takes the number of a delivered record. */
export function voidOf(record: WireRecord, more: Partial<Wired> = {}): WireRecord {
  const header = (name: string): string => String(record.headers[name]);
  const original = readIncoming(record, {
    member: 'library',
    verifier: new SignatureVerifier(directory),
    clock: wireClock,
  });
  return wired({
    type: messageOf(VoidV1).type,
    sender: 'integration-bus',
    stream: header('ce_partitionkey'),
    number: Number(header('ce_deliverysequence')),
    body: {
      reason: 'expired',
      replacedType: header('ce_type'),
      replacedSender: 'tax',
      replacedId: header('ce_id'),
      replacedHash: (original as Incoming).hash,
    },
    ...more,
  });
}

/** Time at which the ids of records are made. */
export const wireClock = new FixedClock('2026-08-03T09:00:00+07:00');

/** A member that counts the pages of books, with the desk of its operators, on a database of its own. */
export class Library {
  readonly answers: Answer[] = [];
  readonly errors: object[] = [];
  /** `<book>/<pages>` that the handler cannot take. */
  readonly poison = new Set<string>();
  /** Runs inside the handler. */
  whileHandling: () => Promise<void> = () => Promise.resolve();
  readonly work: UnitOfWork;
  readonly inbox: MemberInbox;
  readonly desk: ParkedMessages;

  private constructor(
    readonly db: TestDatabase,
    readonly database: Database,
    readonly clock: FixedClock,
  ) {
    const relay = { isLeader: true, handOver: () => undefined };
    this.work = new UnitOfWork(database, new Outbox(clock, relay, 'lienthong_outbox'));
    this.inbox = this.instance();
    this.desk = this.deskOf(this.inbox);
  }

  static async open(): Promise<Library> {
    const db = await testDatabase({ entities: [Book], migrations: [...messagingMigrations, BookTable1767225600001] });
    const database = new Database({ url: db.appUrl, entities: [Book], applicationName: 'library' });
    await database.connect();
    const clock = new FixedClock(wireClock.now());
    const { client, release } = await database.client();
    await ensurePartitions(client, 'inbox', clock.now());
    release();
    return new Library(db, database, clock);
  }

  get logger(): KafkaLogger {
    const silent = (): void => undefined;
    return { debug: silent, info: silent, warn: silent, error: (facts) => void this.errors.push(facts) };
  }

  get checks(): { member: string; verifier: SignatureVerifier; clock: FixedClock } {
    return { member: 'library', verifier: new SignatureVerifier(directory), clock: this.clock };
  }

  /** One more instance of the same service. */
  instance(): MemberInbox {
    return new MemberInbox({
      ...this.checks,
      unitOfWork: this.work,
      store: new InboxStore(),
      handlers: new HandlerRegistry(new Map([[PAGE_ADDED, this.handler()]])),
      handlerTimeoutMs: 2_000,
      windowMs: 90 * DAY_MS,
      logger: this.logger,
      answer: (given) => void this.answers.push(...given),
    });
  }

  deskOf(inbox: MemberInbox, more: Partial<ConstructorParameters<typeof ParkedMessages>[0]> = {}): ParkedMessages {
    return new ParkedMessages({
      ...this.checks,
      unitOfWork: this.work,
      store: new InboxStore(),
      takeProtocol: (messages) =>
        Promise.resolve(messages.flatMap(({ record, fault }) => (fault ? [{ record, fault }] : []))),
      sweep: () => inbox.sweep(),
      answer: (given) => void this.answers.push(...given),
      ...more,
    });
  }

  /** The records arrive in one batch. */
  async receives(...records: readonly WireRecord[]): Promise<void> {
    await this.inbox.process(
      records.map((record) => readIncoming(record, this.checks) as Incoming),
      1,
    );
  }

  /** Pages of the messages whose effect is in the database, in the order in which they were handled. */
  async handled(book: string): Promise<number[]> {
    const sql = 'select payload from outbox where stream = $1 order by seq';
    const rows = await this.rows<{ payload: Buffer }>(sql, [`document:copy-of-${book}`]);
    return rows.map(({ payload }) => (JSON.parse(String(payload)) as PageAddedV1).pages);
  }

  rows<R extends object>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return withClient(this.db.appUrl, async (client) => (await client.query<R>(sql, [...parameters])).rows);
  }

  /** The whole messaging of the member on the real broker, started; stop it yourself. */
  async joins(topicPrefix: string): Promise<MemberMessaging> {
    const messaging = new MemberMessaging(
      {
        member: 'library',
        brokers: testInfrastructure().kafka.split(','),
        topicPrefix,
        topicPartitions: 3,
        maxBatch: 500,
        signer: signerFromJwk(generateKey('library-1').privateJwk),
        keys: directory,
        askAgainMs: 200,
      },
      this.clock,
      this.database,
      () => this.work,
    );
    const handler = this.handler();
    messaging.server.addHandler(PAGE_ADDED, handler, true, handler.extras);
    await messaging.start();
    return messaging;
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
    await this.database.close();
    await this.db.drop();
  }

  private handler(): MessageHandler {
    const handle = async ({ body, office }: Received<PageAddedV1>): Promise<void> => {
      const { book, pages } = body;
      const known = await this.work.find(Book, book);
      this.work.save(Book, { name: book, pages: (known?.pages ?? 0) + pages });
      const to = [{ member: 'tax', office: 'bien-hoa' }];
      this.work.send(PageAddedV1, { book: `copy-of-${book}`, pages }, { fromOffice: office, to });
      await this.whileHandling();
      if (this.poison.has(`${book}/${pages}`)) throw new Error('secret-of-the-handler');
    };
    const extras = { messageClass: PageAddedV1, loads: [[Book, (body: PageAddedV1) => body.book]] };
    return Object.assign(handle as unknown as MessageHandler, { extras });
  }
}
