import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { BackgroundParts, exportConsumer, exportRelay, Metrics } from '@lienthong/service-host';
import { BusKafka } from './bus-kafka';
import { BusBacklog } from './bus-backlog';
import { BusMetrics } from './bus.metrics';
import { BusSigner } from './bus-signer';
import { DeliveryRelay } from './deliveries/delivery-relay';
import { DiscardDelivery } from './deliveries/discard-delivery';
import { DiscardDeliveryController } from './deliveries/discard-delivery.controller';
import { ListDeliveriesController } from './deliveries/list-deliveries.controller';
import { OpenDeliveries } from './deliveries/open-deliveries.query';
import { DeliveryGate } from './deliveries/delivery-gate';
import { HeldDeliveries } from './deliveries/held/held-deliveries';
import { HeldWakeUps } from './deliveries/held/held-wake-ups';
import { GetKeysController } from './directory/get-keys.controller';
import { AnswerRecords } from './exchange/answer-records';
import { AnswerSender } from './exchange/answer-sender';
import { BesideDeliveries } from './exchange/beside-deliveries';
import { CommittedBatches } from './exchange/committed-batches';
import { Exchange } from './exchange/exchange';
import { ExchangeConsumer } from './exchange/exchange-consumer';
import { ExchangeTransaction } from './exchange/exchange-transaction';
import { GapWatch } from './exchange/gap-watch';
import { HeldAnswers } from './exchange/held-answers';
import { RecordExaminer } from './exchange/record-examiner';
import { LeaseDesk } from './http-members/lease-desk';
import { LeaseMessagesController } from './http-members/lease-messages.controller';
import { MemberTokens } from './http-members/member-tokens';
import { PriorAnswers } from './http-members/prior-answers';
import { Submissions } from './http-members/submissions';
import { SubmitMessageController } from './http-members/submit-message.controller';
import { PartitionKeeper } from './log/partition-keeper';
import { Sequencer } from './log/sequencer';
import { CurrentRegistry } from './members/current-registry';
import { RegistryRepository } from './members/registry.repository';
import { MemberGuard } from './quotas/member.guard';
import { MemberQuotas } from './quotas/member-quotas';
import { GetTraceController } from './trace/get-trace.controller';
import { TraceQuery } from './trace/trace.query';

/** The host stops them in the opposite order: nothing comes in any more, then answers and deliveries go out, then the log. */
const PARTS_IN_START_ORDER = [
  CurrentRegistry,
  PartitionKeeper,
  Sequencer,
  DeliveryRelay,
  AnswerSender,
  HeldWakeUps,
  GapWatch,
  ExchangeConsumer,
] as const;

@Module({
  controllers: [
    DiscardDeliveryController,
    GetKeysController,
    GetTraceController,
    ListDeliveriesController,
    LeaseMessagesController,
    SubmitMessageController,
  ],
  providers: [
    ...PARTS_IN_START_ORDER,
    AnswerRecords,
    BesideDeliveries,
    BusBacklog,
    BusKafka,
    BusMetrics,
    BusSigner,
    CommittedBatches,
    DiscardDelivery,
    Exchange,
    ExchangeTransaction,
    HeldAnswers,
    HeldDeliveries,
    LeaseDesk,
    MemberGuard,
    MemberQuotas,
    MemberTokens,
    OpenDeliveries,
    PriorAnswers,
    RecordExaminer,
    RegistryRepository,
    Submissions,
    TraceQuery,
    DeliveryGate,
  ],
})
export class IntegrationBusModule implements OnModuleInit {
  constructor(
    private readonly parts: BackgroundParts,
    private readonly metrics: Metrics,
    private readonly moduleRef: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const part of PARTS_IN_START_ORDER) this.parts.add(this.moduleRef.get(part));
    const [relay, consumer] = [this.moduleRef.get(DeliveryRelay), this.moduleRef.get(ExchangeConsumer)];
    exportRelay(this.metrics, 'deliveries', () => relay.state());
    exportConsumer(this.metrics, { state: () => consumer.state(), lag: () => consumer.lag() });
  }
}
