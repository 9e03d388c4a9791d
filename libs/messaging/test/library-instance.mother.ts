import { randomBytes } from 'node:crypto';
import { generateKey, messageOf, type Received, signerFromJwk } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import { Database, UnitOfWork } from '@lienthong/persistence';
import type { TestDatabase } from '@lienthong/testing';
import type { MessageHandler } from '@nestjs/microservices';
import { MemberMessaging, type MemberMessagingOptions, type MessagingObserver } from '../src';
import { Outbox } from '../src/outbox/outbox';
import { Book, PageAddedV1 } from './books.mother';
import { directory } from './deliveries.mother';
import type { LibraryTopics } from './library-topics.mother';

export type PageHandler = (message: Received<PageAddedV1>, work: UnitOfWork) => Promise<void>;

export interface InstanceOptions extends Partial<MemberMessagingOptions> {
  /** The URL by which the instance reaches its database. */
  readonly route?: (url: string) => string;
  readonly statementTimeoutMs?: number;
  readonly observer?: MessagingObserver;
}

interface Place {
  readonly db: TestDatabase;
  readonly topics: LibraryTopics;
  readonly clock: Clock;
  readonly handler: PageHandler;
}

const signer = signerFromJwk(generateKey('library-1').privateJwk);

/** A handler of pages as the service registers it. */
export function taking(handle: (message: Received<PageAddedV1>) => Promise<void>): MessageHandler {
  const extras = { messageClass: PageAddedV1, loads: [[Book, (body: PageAddedV1) => body.book]] };
  return Object.assign(handle as unknown as MessageHandler, { extras });
}

/** One instance of the member `library`: the real messaging on connections of its own, as a process of it would have. */
export class LibraryInstance {
  private stopping?: Promise<void>;

  private constructor(
    readonly messaging: MemberMessaging,
    readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  static async start({ db, topics, clock, handler }: Place, options: InstanceOptions): Promise<LibraryInstance> {
    const { route = (url: string) => url, statementTimeoutMs, observer, ...more } = options;
    const database = new Database({
      url: route(db.appUrl),
      entities: [Book],
      applicationName: `library-${randomBytes(4).toString('hex')}`,
      ...(statementTimeoutMs ? { statementTimeoutMs } : {}),
    });
    await database.connect();
    const { brokers, prefix: topicPrefix, partitions: topicPartitions } = topics;
    const member = { member: 'library', brokers, topicPrefix, topicPartitions, signer, keys: directory };
    const limits = { maxBatch: 500, sessionTimeoutMs: 1_500 };
    const messaging: MemberMessaging = new MemberMessaging(
      { ...member, ...limits, ...more },
      clock,
      database,
      () => work,
    );
    const work = new UnitOfWork(database, new Outbox(clock, messaging.relay, 'lienthong_outbox'));
    const taken = taking((message) => handler(message, work));
    messaging.server.addHandler(messageOf(PageAddedV1).type, taken, true, taken.extras);
    if (observer) messaging.observe(observer);
    await messaging.start();
    return new LibraryInstance(messaging, work, database);
  }

  stop(): Promise<void> {
    this.stopping ??= this.messaging.stop().then(() => this.database.close());
    return this.stopping;
  }
}
