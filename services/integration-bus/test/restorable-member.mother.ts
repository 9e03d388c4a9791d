import type { Received } from '@lienthong/envelope';
import { Handles, MemberMessaging, messagingMigrations } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import {
  hostEntities,
  hostMigrations,
  loadConfig,
  type RunningService,
  ServiceConfig,
  type ServiceDefinition,
  startService,
} from '@lienthong/service-host';
import { eventually, type TestDatabase, testDatabase, testInfrastructure, withClient } from '@lienthong/testing';
import { Controller, Module } from '@nestjs/common';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { backUp, dropBackup, goBack } from './backup.mother';
import type { SpecBus } from './bus.mother';
import { SpecNoticeV1 } from './notice.mother';

@Entity('seen')
export class Seen {
  @PrimaryColumn('text') readonly text: string;
  @Column('integer') readonly times: number;
}

class SeenTable1767225900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table seen (text text constraint seen_pkey primary key, times integer not null, at bigint generated always as identity)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seen');
  }
}

/** Texts that no member can handle at the moment. */
export const poison = new Set<string>();

/** Keeps every notice with how often it was handled. */
@Controller()
class SeeNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(SpecNoticeV1, { loads: [[Seen, (body) => body.text]] })
  async handle({ body }: Received<SpecNoticeV1>): Promise<void> {
    if (poison.has(body.text)) throw new Error('a fault of the handler');
    const known = await this.unitOfWork.find(Seen, body.text);
    this.unitOfWork.save(Seen, { text: body.text, times: (known?.times ?? 0) + 1 });
  }
}

@Module({ controllers: [SeeNotice] })
class SeeNoticeModule {}

const definitionOf = (member: string): ServiceDefinition => ({
  ...{ member, title: member, module: SeeNoticeModule, config: ServiceConfig },
  entities: [...hostEntities, Seen],
  migrations: [...messagingMigrations, ...hostMigrations, SeenTable1767225900000],
});

/** A real member of the bus's exchange whose database can be copied, and put back to the copy. */
export class RestorableMember {
  private running?: RunningService;

  private constructor(
    private readonly bus: SpecBus,
    readonly code: string,
    readonly database: TestDatabase,
  ) {}

  static async start(bus: SpecBus, code: string): Promise<RestorableMember> {
    const member = new RestorableMember(bus, code, await testDatabase(definitionOf(code)));
    await member.start();
    return member;
  }

  async start(): Promise<void> {
    const running = await this.startAt(testInfrastructure().kafka);
    await eventually(async () => (await fetch(`http://127.0.0.1:${running.port}/health/ready`)).status === 200, {
      timeoutMs: 60_000,
      describe: `${this.code} to be ready`,
    });
  }

  /** Officers work, nothing leaves. */
  async startWithoutBroker(): Promise<void> {
    await this.startAt('127.0.0.1:1');
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  /** The member must be stopped. */
  backUp(): Promise<void> {
    return backUp(this.database);
  }

  /** The member must be stopped. */
  goBack(): Promise<void> {
    return goBack(this.database);
  }

  async send(dossierCode: string, ...texts: readonly string[]): Promise<void> {
    const work = this.running?.app.get(UnitOfWork, { strict: false });
    const to = [{ member: 'land-registry', office: 'bien-hoa' }];
    await work?.perform(async () => {
      for (const text of texts) work.send(SpecNoticeV1, { dossierCode, text }, { fromOffice: 'bien-hoa', to });
    });
  }

  /** An operator of the member lets a parked message in again. */
  async release(sender: string, id: string): Promise<void> {
    const messaging = this.running?.app.get(MemberMessaging, { strict: false });
    await messaging?.parked.release(sender, id, { id: 'operator', office: 'bien-hoa' });
  }

  private async startAt(kafka: string): Promise<RunningService> {
    const config = loadConfig(ServiceConfig, this.code, {
      ...{ PORT: '0', DATABASE_URL: this.database.appUrl, KAFKA_BROKERS: kafka },
      ...{ TOPIC_PREFIX: this.bus.topicPrefix, LIENTHONG_HOME: this.bus.home.folder, LOG_LEVEL: 'silent' },
    });
    this.running = await startService(definitionOf(this.code), config);
    await this.running.started;
    return this.running;
  }

  rows<R extends object>(sql: string): Promise<R[]> {
    return withClient(this.database.migratorUrl, async (client) => (await client.query<R>(sql)).rows);
  }

  /** What was handled, in the order in which it was, with how often. */
  async seen(): Promise<string[]> {
    const rows = await this.rows<{ text: string; times: number }>('select text, times from seen order by at');
    return rows.map(({ text, times }) => `${text} ${times}×`);
  }

  async drop(): Promise<void> {
    await this.stop();
    await dropBackup(this.database);
    await this.database.drop();
  }
}
