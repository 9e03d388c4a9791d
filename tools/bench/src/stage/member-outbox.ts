import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, OffsetClock } from '@lienthong/kernel';
import { MessagingModule } from '@lienthong/messaging';
import { Database, PersistenceModule, type Recipient, UnitOfWork } from '@lienthong/persistence';
import { MemberKeyDirectory, memberSigner } from '@lienthong/service-host';
import type { ServiceName } from '../../../local-infra/src';
import type { BenchStack } from './bench-stack';

export interface Letter<B extends object> {
  readonly messageClass: new () => B;
  readonly body: B;
  readonly fromOffice: string;
  readonly to: readonly Recipient[];
}

/**
 * Writes in a member's outbox as one more instance of that member does; the relay of its service, which leads, is told by
 * the database and sends. No business rule is asked: what is written must be what the member would say.
 */
export class MemberOutbox {
  private constructor(private readonly app: INestApplicationContext) {}

  static async open({ run, access }: BenchStack, member: ServiceName): Promise<MemberOutbox> {
    const { home, topicPrefix, clockOffsetMs } = access;
    const url = run.databases.get(member)?.appUrl;
    if (url === undefined) throw new Error(`${member} is not part of this stack`);
    const clock = { provide: Clock, useValue: new OffsetClock(clockOffsetMs) };
    const clockModule = { module: class ClockModule {}, global: true, providers: [clock], exports: [clock] };
    const messaging = MessagingModule.forMember({
      ...{ member, brokers: access.brokers.split(','), topicPrefix, topicPartitions: 3, maxBatch: 500 },
      ...{ signer: memberSigner(home, member), keys: new MemberKeyDirectory(home) },
    });
    const persistence = PersistenceModule.forRoot({ url, entities: [], applicationName: `${member}-bench` });

    @Module({ imports: [clockModule, persistence, messaging] })
    class OutboxModule {}

    const app = await NestFactory.createApplicationContext(OutboxModule, { logger: false });
    await app.get(Database).connect();
    return new MemberOutbox(app);
  }

  /** One transaction; resolves with the ids when it is committed. */
  send<B extends object>(letters: readonly Letter<B>[]): Promise<string[]> {
    const work = this.app.get(UnitOfWork);
    return work.perform(() =>
      Promise.resolve(
        letters.map(({ messageClass, body, fromOffice, to }) => work.send(messageClass, body, { fromOffice, to }).id),
      ),
    );
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
