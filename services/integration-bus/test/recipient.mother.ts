import type { Received } from '@lienthong/envelope';
import { OffsetClock } from '@lienthong/kernel';
import { createKafka, MemberMessaging, messagingMigrations, topicNames } from '@lienthong/messaging';
import { Database, UnitOfWork } from '@lienthong/persistence';
import { MemberKeyDirectory, memberSigner } from '@lienthong/service-host';
import { testDatabase, type TestDatabase, testInfrastructure } from '@lienthong/testing';
import type { SpecBus } from './bus.mother';
import { specNotice, SpecNoticeV1 } from './notice.mother';

const CODE = 'land-registry';

/** A recipient with a database of its own and the messaging of every member; its handler only notes what it got. */
export class SpecRecipient {
  /** `<stream> <number in the stream>`, in the order handled. */
  readonly got: string[] = [];
  private running?: { readonly messaging: MemberMessaging; readonly database: Database } | undefined;

  private constructor(
    private readonly bus: SpecBus,
    private readonly own: TestDatabase,
  ) {}

  static async create(bus: SpecBus): Promise<SpecRecipient> {
    return new SpecRecipient(bus, await testDatabase({ entities: [], migrations: messagingMigrations }));
  }

  async start(clockOffsetMs = 0): Promise<MemberMessaging> {
    const { home, topicPrefix } = this.bus;
    const database = new Database({ url: this.own.appUrl, entities: [], applicationName: CODE });
    await database.connect();
    const options = {
      ...{ member: CODE, brokers: testInfrastructure().kafka.split(','), topicPrefix, topicPartitions: 3 },
      ...{ maxBatch: 500, signer: memberSigner(home.folder, CODE), keys: new MemberKeyDirectory(home.folder) },
    };
    const work = new UnitOfWork(database);
    const messaging = new MemberMessaging(options, new OffsetClock(clockOffsetMs), database, () => work);
    const handle = ({ stream, sequence }: Received<SpecNoticeV1>): Promise<void> => {
      this.got.push(`${stream} ${sequence}`);
      return Promise.resolve();
    };
    messaging.server.addHandler(specNotice.type, handle as never, true, { messageClass: SpecNoticeV1 });
    await messaging.start();
    this.running = { messaging, database };
    return messaging;
  }

  /** Goes away; its database stays. */
  async stop(): Promise<void> {
    await this.running?.messaging.stop();
    await this.running?.database.close();
    this.running = undefined;
  }

  /** Everything in its topic is gone, as after a lost broker. Returns how many records there were. */
  loseTopic(): Promise<number> {
    return loseRecords(topicNames(this.bus.topicPrefix).in(CODE));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.own.drop();
  }
}

/** Deletes every record of a topic. Returns how many there were. */
export async function loseRecords(topic: string): Promise<number> {
  const brokers = testInfrastructure().kafka.split(',');
  const admin = createKafka({ brokers, clientId: 'spec' }).admin();
  await admin.connect();
  try {
    const ends = await admin.fetchTopicOffsets(topic);
    const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
    await admin.deleteTopicRecords({ topic, partitions });
    return ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  } finally {
    await admin.disconnect();
  }
}
