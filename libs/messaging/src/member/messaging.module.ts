import { Clock } from '@lienthong/kernel';
import { Database, Outgoing, UnitOfWork } from '@lienthong/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Outbox } from '../outbox/outbox';
import { MemberMessaging, OUTBOX_CHANNEL } from './member-messaging';
import type { MemberMessagingOptions } from './member-messaging.options';

/** Global: the messaging of one member, and the outbox behind `UnitOfWork.send`. */
@Module({})
export class MessagingModule {
  static forMember(options: MemberMessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: MemberMessaging,
          useFactory: (clock: Clock, database: Database, modules: ModuleRef) =>
            new MemberMessaging(options, clock, database, () => modules.get(UnitOfWork, { strict: false })),
          inject: [Clock, Database, ModuleRef],
        },
        {
          provide: Outgoing,
          useFactory: (clock: Clock, messaging: MemberMessaging) => new Outbox(clock, messaging.relay, OUTBOX_CHANNEL),
          inject: [Clock, MemberMessaging],
        },
      ],
      exports: [MemberMessaging, Outgoing],
    };
  }
}
