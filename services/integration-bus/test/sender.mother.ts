import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, OffsetClock } from '@lienthong/kernel';
import { MemberMessaging, MessagingModule, messagingMigrations, topicNames } from '@lienthong/messaging';
import { Database, PersistenceModule, UnitOfWork } from '@lienthong/persistence';
import { MemberKeyDirectory, memberSigner } from '@lienthong/service-host';
import { testDatabase, type TestDatabase, testInfrastructure, withClient } from '@lienthong/testing';
import type { SpecBus } from './bus.mother';
import { SpecNoticeV1 } from './notice.mother';
import { loseRecords } from './recipient.mother';

const CODE = 'tax';
const clock = { provide: Clock, useValue: new OffsetClock(0) };
const clockModule = { module: class ClockModule {}, global: true, providers: [clock], exports: [clock] };

/** The tax office with its outbox and relay, as every member has them. */
export class SpecSender {
  private constructor(
    private readonly bus: SpecBus,
    private readonly own: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {}

  static async start(bus: SpecBus): Promise<SpecSender> {
    const own = await testDatabase({ entities: [], migrations: messagingMigrations });
    const options = {
      ...{ member: CODE, brokers: testInfrastructure().kafka.split(','), topicPrefix: bus.topicPrefix },
      ...{ topicPartitions: 3, maxBatch: 500, signer: memberSigner(bus.home.folder, CODE) },
      keys: new MemberKeyDirectory(bus.home.folder),
    };
    const persistence = PersistenceModule.forRoot({ url: own.appUrl, entities: [], applicationName: CODE });

    @Module({ imports: [clockModule, persistence, MessagingModule.forMember(options)] })
    class TaxModule {}

    const app = await NestFactory.createApplicationContext(TaxModule, { logger: false });
    await app.get(Database).connect();
    await app.get(MemberMessaging).start();
    return new SpecSender(bus, own, app);
  }

  async send(dossierCode: string, texts: readonly string[]): Promise<void> {
    const work = this.app.get(UnitOfWork);
    const to = [{ member: 'land-registry', office: 'bien-hoa' }];
    await work.perform(() => {
      for (const text of texts) work.send(SpecNoticeV1, { dossierCode, text }, { fromOffice: 'bien-hoa', to });
      return Promise.resolve();
    });
  }

  /** Messages of the outbox: how many were produced, how many the bus has accepted, and how often each was produced. */
  async outbox(): Promise<{ readonly sent: number; readonly accepted: number; readonly attempts: number[] }> {
    const sql = `select count(sent_at)::int as sent, count(accepted_at)::int as accepted,
      coalesce(array_agg(attempts order by ord), '{}') as attempts from outbox`;
    const rows = await withClient(this.own.migratorUrl, async (client) => (await client.query(sql)).rows as never[]);
    return rows[0] as never;
  }

  /** Every record that was written is gone before the bus took it. Returns how many there were. */
  loseTopic(): Promise<number> {
    return loseRecords(topicNames(this.bus.topicPrefix).out(CODE));
  }

  async close(): Promise<void> {
    await this.app.get(MemberMessaging).stop();
    await this.app.close();
    await this.own.drop();
  }
}
