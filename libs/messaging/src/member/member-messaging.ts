import { isProtocolType, type KeyDirectory, SignatureVerifier, type Signer } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import { type Database, ensurePartitions, IDLE_IN_TRANSACTION_MS, type UnitOfWork } from '@lienthong/persistence';
import type { Kafka } from 'kafkajs';
import { Acknowledger } from '../inbox/acknowledger';
import type { InboxCounts } from '../inbox/batch-plan';
import { HandlerRegistry } from '../inbox/handler-registry';
import { InboxStore } from '../inbox/inbox-store';
import { type Incoming, isUnreadable, readIncoming } from '../inbox/incoming';
import { MemberInbox } from '../inbox/member-inbox';
import { GatheringConsumer, type WireRecord } from '../kafka/gathering-consumer';
import { createKafka, createProducer, ensureTopics, type KafkaLogger } from '../kafka/kafka-client';
import { OutboxAnswers } from '../outbox/outbox-answers';
import type { OutboxRow } from '../outbox/outbox-row';
import { OutboxSource } from '../outbox/outbox-source';
import { ProtocolReader } from '../protocol/protocol-reader';
import { ProtocolWriter } from '../protocol/protocol-writer';
import { Relay } from '../relay/relay';
import { topicNames } from '../topics';
import { MemberServer } from './member-server';
import { nestLog } from './nest-log';

export interface MemberMessagingOptions {
  readonly member: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly topicPartitions: number;
  /** Messages of one transaction. */
  readonly maxBatch: number;
  readonly signer: Signer;
  readonly keys: KeyDirectory;
  readonly handlerTimeoutMs?: number;
  readonly sessionTimeoutMs?: number;
}

const BUS = { member: 'integration-bus', office: 'centre' };
const HOUSEKEEPING_EVERY_MS = 3_600_000;
const KEEP_ACCEPTED_DAYS = 14;
const HANDLER_TIMEOUT_MS = 15_000;
/** NOTIFY channel of a member's own database. */
export const OUTBOX_CHANNEL = 'lienthong_outbox';

/** All messaging of one member: consumer → inbox → handlers, outbox → relay, acknowledgements. */
export class MemberMessaging {
  readonly server = new MemberServer();
  readonly relay: Relay<OutboxRow>;
  private readonly kafka: Kafka;
  private readonly logger: KafkaLogger = nestLog('messaging');
  private readonly topics: ReturnType<typeof topicNames>;
  private readonly verifier: SignatureVerifier;
  private readonly answers: OutboxAnswers;
  private readonly protocol: ProtocolReader;
  private readonly acknowledger: Acknowledger;
  private consumer?: GatheringConsumer;
  private inbox?: MemberInbox;
  private housekeeping?: NodeJS.Timeout;

  constructor(
    private readonly options: MemberMessagingOptions,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: () => UnitOfWork,
  ) {
    const { member, brokers, topicPrefix, signer, keys } = options;
    this.topics = topicNames(topicPrefix);
    this.kafka = createKafka({ brokers, clientId: member, logger: this.logger });
    this.verifier = new SignatureVerifier(keys);
    this.answers = new OutboxAnswers(this.logger);
    this.relay = new Relay({
      source: new OutboxSource(member, this.topics.out(member), () => signer),
      clock,
      url: database.options.url,
      name: member,
      lockName: 'outbox',
      channel: OUTBOX_CHANNEL,
      producer: () => createProducer(this.kafka),
      logger: this.logger,
    });
    this.protocol = new ProtocolReader(database, this.answers, () => this.relay.wake());
    const from = { member, office: 'system' };
    const writer = new ProtocolWriter({ clock, signer: () => signer, from, to: [BUS], topic: this.topics.out(member) });
    this.acknowledger = new Acknowledger({
      clock,
      writer,
      producer: () => createProducer(this.kafka),
      logger: this.logger,
    });
  }

  /** What the inbox did since the start, for metrics. */
  get counts(): InboxCounts {
    return this.inbox?.counts ?? { handled: 0, repeated: 0, parked: 0, stashed: 0 };
  }

  health(): { joined: boolean; lastFetchAgeMs: number; generation: number } {
    return this.consumer?.health() ?? { joined: false, lastFetchAgeMs: -1, generation: 0 };
  }

  /** Called once the database stands: makes partitions, starts the relay, joins the consumer group. */
  async start(): Promise<void> {
    this.inbox = this.makeInbox();
    await this.keepHouse();
    this.housekeeping = setInterval(
      () => void this.keepHouse().catch((error: unknown) => this.complain(error)),
      HOUSEKEEPING_EVERY_MS,
    );
    this.consumer = this.makeConsumer();
    this.relay.start();
    // Joining waits for the broker as long as it takes; readiness says so meanwhile.
    void this.consumer.start().catch((error: unknown) => this.complain(error));
  }

  /** Consumer, acknowledgements, relay: in this order nothing that was taken is left unsaid. */
  async stop(): Promise<void> {
    clearInterval(this.housekeeping);
    await this.consumer?.stop();
    await this.acknowledger.stop();
    await this.relay.stop();
  }

  private makeInbox(): MemberInbox {
    const { member, handlerTimeoutMs = HANDLER_TIMEOUT_MS } = this.options;
    if (handlerTimeoutMs * 2 > IDLE_IN_TRANSACTION_MS) {
      throw new Error(
        `a handler's time-out is at most ${IDLE_IN_TRANSACTION_MS / 2} ms: its transaction idles meanwhile`,
      );
    }
    return new MemberInbox({
      member,
      verifier: this.verifier,
      clock: this.clock,
      unitOfWork: this.unitOfWork(),
      store: new InboxStore(),
      handlers: new HandlerRegistry(this.server.getHandlers()),
      handlerTimeoutMs,
      logger: this.logger,
      answer: (answers) => this.acknowledger.add(answers),
    });
  }

  private makeConsumer(): GatheringConsumer {
    const { member, maxBatch, topicPrefix, topicPartitions: partitions, sessionTimeoutMs } = this.options;
    const own = [this.topics.in(member), this.topics.out(member)];
    return new GatheringConsumer({
      kafka: this.kafka,
      groupId: `${topicPrefix}${member}`,
      topics: [this.topics.in(member)],
      prepare: () => ensureTopics(this.kafka, own, { partitions }),
      maxBatch,
      process: (records, attempt, signal) => this.process(records, attempt, signal),
      logger: this.logger,
      ...(sessionTimeoutMs ? { sessionTimeoutMs } : {}),
    });
  }

  private async process(records: readonly WireRecord[], attempt: number, signal: AbortSignal): Promise<void> {
    const checks = { member: this.options.member, verifier: this.verifier, clock: this.clock };
    const read = records.map((record) => readIncoming(record, checks));
    const readable = read.filter((one): one is Incoming => !isUnreadable(one));
    const isProtocol = (one: Incoming): boolean => isProtocolType(one.type) && one.sequence === 0;
    const unusable = await this.protocol.take(readable.filter(isProtocol));
    await this.inbox?.parkUnreadable([...read.filter(isUnreadable), ...unusable]);
    await this.inbox?.process(
      readable.filter((one) => !isProtocol(one)),
      attempt,
      signal,
    );
  }

  private async keepHouse(): Promise<void> {
    const { client, release } = await this.database.client();
    try {
      // A row of that month in the default partition keeps the partition from being made; the default serves meanwhile.
      await ensurePartitions(client, 'inbox', this.clock.now()).catch((error: unknown) => this.complain(error));
      await this.answers.removeOld(client, KEEP_ACCEPTED_DAYS);
    } finally {
      release();
    }
    await this.inbox?.sweep();
  }

  private complain(error: unknown): void {
    this.logger.error({ error: String(error) }, 'messaging: a background task failed');
  }
}
