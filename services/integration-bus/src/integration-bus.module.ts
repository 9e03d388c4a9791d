import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { BackgroundParts, exportConsumer, exportRelay, Metrics } from '@lienthong/service-host';
import { ActCatalogue } from './acts/act-catalogue';
import { ACT_KINDS } from './acts/act-kinds';
import { ActWatch } from './acts/act-watch';
import { Acts } from './acts/acts';
import { AskActController } from './acts/ask-act.controller';
import { ListActsController } from './acts/list-acts.controller';
import { Operators } from './acts/operators/operators';
import { SettleActController } from './acts/settle-act.controller';
import { BusKafka } from './bus-kafka';
import { BusBacklog } from './bus-backlog';
import { BusMetrics } from './bus.metrics';
import { BusSigner } from './bus-signer';
import { DeliveryRelay } from './deliveries/delivery-relay';
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
import { HeldWords } from './exchange/held-words';
import { RecordExaminer } from './exchange/record-examiner';
import { FiguresController } from './figures/figures.controller';
import { FiguresQuery } from './figures/figures.query';
import { WhoIsBehind } from './figures/who-is-behind.query';
import { ExpiryWatch } from './expiry/expiry-watch';
import { FileRetention } from './files/file-retention';
import { fileControllers, fileProviders } from './files/files.providers';
import { LeaseDesk } from './http-members/lease-desk';
import { LeaseMessagesController } from './http-members/lease-messages.controller';
import { MemberTokens } from './http-members/member-tokens';
import { PriorAnswers } from './http-members/prior-answers';
import { Submissions } from './http-members/submissions';
import { SubmitMessageController } from './http-members/submit-message.controller';
import { PartitionKeeper } from './log/partition-keeper';
import { Sequencer } from './log/sequencer';
import { CurrentRegistry } from './members/current-registry';
import { AgencyCodes } from './members/agency-codes/agency-codes.query';
import { GetAgencyCodeController } from './members/agency-codes/get-agency-code.controller';
import { GetRegistryController } from './members/history/get-registry.controller';
import { RegistryHistory } from './members/history/registry-history.query';
import { KeyAnnouncer } from './members/key-announcer';
import { KeyNotices } from './members/key-notices';
import { RegistryWatch } from './members/registry-watch';
import { RegistryRepository } from './members/registry.repository';
import { ListParkedController } from './parked/list-parked.controller';
import { ParkedDeliveries } from './parked/parked-deliveries.query';
import { ProtocolPost } from './protocol-post';
import { BookQuestions } from './reconciliation/book-questions';
import { Reconciler } from './reconciliation/reconciler';
import { ReconciliationsController } from './reconciliation/reconciliations.controller';
import { Reconciliations } from './reconciliation/reconciliations.query';
import { RunComparison } from './reconciliation/run-comparison';
import { ListReplaysController } from './replay/list-replays.controller';
import { ReplayList } from './replay/replay-list.query';
import { ReplayWorker } from './replay/replay-worker';
import { Replays } from './replay/replays';
import { RestoredSearch } from './replay/restored-search';
import { Restoration } from './restore/restoration';
import { MemberGuard } from './quotas/member.guard';
import { MemberQuotas } from './quotas/member-quotas';
import { GetMessageStatusController } from './status/get-message-status.controller';
import { MessageStatusQuery } from './status/message-status.query';
import { TellNotHandled } from './not-handled/tell-not-handled';
import { GetTraceController } from './trace/get-trace.controller';
import { TraceQuery } from './trace/trace.query';
import { NameResolver } from './webhooks/name-resolver';
import { TakenDeliveries } from './webhooks/taken-deliveries';
import { WebhookAnswers } from './webhooks/webhook-answers';
import { WebhookBooks } from './webhooks/webhook-books';
import { WebhookBreakers } from './webhooks/webhook-breakers';
import { WebhookClient } from './webhooks/webhook-client';
import { WebhookDispatcher } from './webhooks/webhook-dispatcher';
import { WebhookEnds } from './webhooks/webhook-ends';
import { WebhookMetrics } from './webhooks/webhook-metrics';

/** The host stops them in the opposite order: nothing comes in any more, then answers and deliveries go out, then the log. */
const PARTS_IN_START_ORDER = [
  CurrentRegistry,
  RegistryWatch,
  PartitionKeeper,
  ProtocolPost,
  Restoration,
  Sequencer,
  FileRetention,
  DeliveryRelay,
  AnswerSender,
  HeldWakeUps,
  WebhookDispatcher,
  ExpiryWatch,
  TellNotHandled,
  GapWatch,
  ReplayWorker,
  Reconciler,
  ActWatch,
  KeyAnnouncer,
  ExchangeConsumer,
] as const;

@Module({
  controllers: [
    AskActController,
    FiguresController,
    GetAgencyCodeController,
    GetKeysController,
    GetMessageStatusController,
    GetRegistryController,
    GetTraceController,
    LeaseMessagesController,
    ListActsController,
    ListDeliveriesController,
    ListParkedController,
    ListReplaysController,
    ReconciliationsController,
    SettleActController,
    SubmitMessageController,
    ...fileControllers,
  ],
  providers: [
    ...PARTS_IN_START_ORDER,
    ...ACT_KINDS,
    ActCatalogue,
    Acts,
    AgencyCodes,
    AnswerRecords,
    BesideDeliveries,
    BookQuestions,
    BusBacklog,
    BusKafka,
    BusMetrics,
    BusSigner,
    CommittedBatches,
    Exchange,
    ExchangeTransaction,
    FiguresQuery,
    OpenDeliveries,
    Operators,
    ParkedDeliveries,
    HeldAnswers,
    HeldWords,
    HeldDeliveries,
    KeyNotices,
    LeaseDesk,
    MemberGuard,
    MemberQuotas,
    MemberTokens,
    MessageStatusQuery,
    NameResolver,
    PriorAnswers,
    RecordExaminer,
    Reconciliations,
    RegistryHistory,
    RegistryRepository,
    ReplayList,
    Replays,
    RestoredSearch,
    RunComparison,
    Submissions,
    TakenDeliveries,
    TraceQuery,
    WebhookAnswers,
    WebhookBooks,
    WebhookBreakers,
    WebhookClient,
    WebhookEnds,
    WebhookMetrics,
    DeliveryGate,
    WhoIsBehind,
    ...fileProviders,
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
    this.moduleRef.get(CurrentRegistry).onChange(() => relay.wake());
    exportRelay(this.metrics, 'deliveries', () => relay.state());
    exportConsumer(this.metrics, { state: () => consumer.state(), lag: () => consumer.lag() });
  }
}
