import { envelopeErrors, isProtocolType, PROTOCOL_TYPES, SignatureVerifier } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import { type Database, IDLE_IN_TRANSACTION_MS, persistenceErrors, type UnitOfWork } from '@lienthong/persistence';
import type { Kafka } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Gaps, GapWatch } from '../gaps/gap-watch';
import { Acknowledger } from '../inbox/acknowledger';
import { type InboxCounts, noCounts } from '../inbox/answer';
import { HandlerRegistry } from '../inbox/handler-registry';
import { InboxStore } from '../inbox/inbox-store';
import {
  BUS_MEMBER,
  type Incoming,
  type IncomingChecks,
  isUnreadable,
  readIncoming,
  type Unreadable,
} from '../inbox/incoming';
import { StashSweep } from '../inbox/stash-sweep';
import { DUPLICATE_WINDOW_MS, MemberInbox } from '../inbox/member-inbox';
import type { ConsumerState } from '../kafka/consumer-options';
import type { WireRecord } from '../kafka/gathered';
import { GatheringConsumer } from '../kafka/gathering-consumer';
import { createKafka, createProducer, ensureTopics, type KafkaLogger } from '../kafka/kafka-client';
import { type PartitionLag } from '../kafka/consumer-lag';
import { Books } from '../books/books';
import { replaceRecordEncoder } from '../kafka/record-encoder';
import { MemberDepths } from '../depths/member-depths';
import { type MessagingObserver, unobserved } from '../observer';
import { OutboxAnswers } from '../outbox/outbox-answers';
import type { OutboxRow } from '../outbox/outbox-row';
import { OutboxSource } from '../outbox/outbox-source';
import { ToldKeys } from '../keys/told-keys';
import { ParkedMessages } from '../parking/parked-messages';
import { ProtocolReader } from '../protocol/protocol-reader';
import { ProtocolWriter } from '../protocol/protocol-writer';
import { Relay } from '../relay/relay';
import { TellRestored } from '../restore/tell-restored';
import { topicNames } from '../topics';
import { Housekeeping } from './housekeeping';
import type { MemberMessagingOptions } from './member-messaging.options';
import { MemberServer } from './member-server';
import { nestLog } from './nest-log';

const BUS = { member: BUS_MEMBER, office: 'centre' };
const HANDLER_TIMEOUT_MS = 15_000;
const RESEND_AFTER_MS = 5_000;
const ASK_AGAIN_MS = 5_000;
const GAP_ALARM_MS = 60_000;
const DAY_MS = 86_400_000;
/** What an operator waits for after an act; the rest goes on without them. */
const LONGEST_SWEEP_WAIT_MS = 5_000;
const TRIES_FOR_A_KEY = 4;
const KEY_UNKNOWN = envelopeErrors.KEY_UNKNOWN({ kid: '' }).code;
const isKeyChange = (type: string): boolean => type === PROTOCOL_TYPES.keyChanged;
/** NOTIFY channel of a member's own database. */
export const OUTBOX_CHANNEL = 'lienthong_outbox';

/** All messaging of one member: consumer → inbox → handlers, outbox → relay, acknowledgements. */
export class MemberMessaging {
  readonly server = new MemberServer();
  readonly relay: Relay<OutboxRow>;
  readonly depths: MemberDepths;
  private readonly kafka: Kafka;
  private readonly logger: KafkaLogger = nestLog('messaging');
  private readonly topics: ReturnType<typeof topicNames>;
  private readonly keys: ToldKeys;
  private readonly verifier: SignatureVerifier;
  private readonly answers: OutboxAnswers;
  private readonly protocol: ProtocolReader;
  private readonly acknowledger: Acknowledger;
  private readonly gapWatch: GapWatch;
  private readonly housekeeping: Housekeeping;
  private readonly books: Books;
  private readonly tellRestored: TellRestored;
  private readonly store = new InboxStore();
  private sweep?: StashSweep;
  private desk?: ParkedMessages;
  private consumer?: GatheringConsumer;
  private inbox?: MemberInbox;
  private observer: MessagingObserver = unobserved;
  private failureNoted: () => void = () => undefined;

  constructor(
    private readonly options: MemberMessagingOptions,
    private readonly clock: Clock,
    database: Database,
    private readonly unitOfWork: () => UnitOfWork,
  ) {
    const { member, brokers, credentials, topicPrefix, signer, keys, resendAfterMs = RESEND_AFTER_MS } = options;
    this.topics = topicNames(topicPrefix);
    replaceRecordEncoder();
    this.kafka = createKafka({ brokers, credentials, clientId: member, logger: this.logger });
    this.keys = new ToldKeys(keys, database, clock);
    this.verifier = new SignatureVerifier(this.keys);
    this.depths = new MemberDepths(database, clock, options.depthsKeptMs);
    this.answers = new OutboxAnswers(this.logger);
    this.relay = new Relay({
      source: new OutboxSource(member, this.topics.out(member), () => signer, resendAfterMs),
      clock,
      url: database.options.url,
      name: member,
      lockName: 'outbox',
      channel: OUTBOX_CHANNEL,
      producer: () => createProducer(this.kafka),
      logger: this.logger,
      reopenEveryMs: Math.min(resendAfterMs, RESEND_AFTER_MS),
    });
    const from = { member, office: 'system' };
    const writer = new ProtocolWriter({ clock, signer: () => signer, from, to: [BUS], topic: this.topics.out(member) });
    const beside = { clock, database, writer, producer: () => createProducer(this.kafka), logger: this.logger };
    this.books = new Books({ ...beside, member });
    this.tellRestored = new TellRestored(beside);
    const { answers, relay, books, keys: told } = this;
    const failed = (): void => this.failureNoted();
    this.protocol = new ProtocolReader({ database, answers, relay, books, keys: told, failed });
    this.acknowledger = new Acknowledger(beside);
    this.gapWatch = new GapWatch({
      ...beside,
      unitOfWork,
      sweep: () => this.sweep?.sweep() ?? Promise.resolve(),
      askAgainMs: options.askAgainMs ?? ASK_AGAIN_MS,
      gapAlarmMs: options.gapAlarmMs ?? GAP_ALARM_MS,
    });
    this.housekeeping = new Housekeeping({
      clock,
      database,
      answers: this.answers,
      windowMs: this.windowMs(),
      logger: this.logger,
      complain: (error) => this.complain(error),
    });
  }

  /** What the inbox did since the start, for metrics. */
  get counts(): InboxCounts {
    return this.inbox?.counts ?? noCounts();
  }

  /** Lets somebody observe handlers and batches; before `start`. */
  observe(observer: MessagingObserver): void {
    this.observer = observer;
  }

  /** Wakes somebody when messages of this member came to nothing and are noted; before `start`. */
  whenNotHandled(wake: () => void): void {
    this.failureNoted = wake;
  }

  /** How the consumer fares; `undefined` before the start. */
  consumerState(): ConsumerState | undefined {
    return this.consumer?.state();
  }

  /** What the consumer group has not committed yet; `undefined` while the broker does not answer. */
  lag(): Promise<readonly PartitionLag[] | undefined> {
    return this.consumer?.lag() ?? Promise.resolve(undefined);
  }

  /** Missing delivery numbers behind which messages wait, for metrics. */
  gaps(): Gaps {
    return this.gapWatch.gaps();
  }

  /** The operators' desk for parked messages. @throws persistence.UNAVAILABLE until the database stands */
  get parked(): ParkedMessages {
    if (!this.desk) throw persistenceErrors.UNAVAILABLE();
    return this.desk;
  }

  /** Called once the database stands: makes partitions, starts the relay, joins the consumer group. */
  async start(): Promise<void> {
    this.inbox = this.makeInbox();
    const { store, logger, inbox } = this;
    this.sweep = new StashSweep({ unitOfWork: this.unitOfWork(), store, inbox, logger });
    this.desk = this.makeDesk();
    await this.housekeeping.start();
    await this.keys.load();
    this.consumer = this.makeConsumer();
    this.relay.start();
    this.gapWatch.start();
    this.tellRestored.start();
    // Joining waits for the broker as long as it takes; readiness says so meanwhile.
    void this.consumer.start().catch((error: unknown) => this.complain(error));
  }

  /** Consumer, acknowledgements, relay: in this order nothing that was taken is left unsaid. */
  async stop(): Promise<void> {
    this.housekeeping.stop();
    await this.consumer?.stop();
    this.sweep?.stop();
    await this.gapWatch.stop();
    await this.books.stop();
    await this.tellRestored.stop();
    await this.acknowledger.stop();
    await this.relay.stop();
  }

  private makeInbox(): MemberInbox {
    const { handlerTimeoutMs = HANDLER_TIMEOUT_MS } = this.options;
    if (handlerTimeoutMs * 2 > IDLE_IN_TRANSACTION_MS) {
      throw new Error(
        `a handler's time-out is at most ${IDLE_IN_TRANSACTION_MS / 2} ms: its transaction idles meanwhile`,
      );
    }
    return new MemberInbox({
      ...this.checks(),
      unitOfWork: this.unitOfWork(),
      handlers: new HandlerRegistry(this.server.getHandlers(), this.observer),
      store: this.store,
      handlerTimeoutMs,
      windowMs: this.windowMs(),
      logger: this.logger,
      answer: (answers) => this.acknowledger.add(answers),
    });
  }

  private makeDesk(): ParkedMessages {
    return new ParkedMessages({
      ...this.checks(),
      unitOfWork: this.unitOfWork(),
      store: this.store,
      takeProtocol: (messages) => this.protocol.take(messages),
      sweep: async (stream) => {
        const following = this.sweep?.follow(stream);
        await Promise.race([following, delay(LONGEST_SWEEP_WAIT_MS, undefined, { ref: false })]);
      },
      logger: this.logger,
      answer: (answers) => this.acknowledger.add(answers),
    });
  }

  private checks(): IncomingChecks {
    return { member: this.options.member, verifier: this.verifier, clock: this.clock };
  }

  private windowMs(): number {
    const { duplicateWindowDays: days } = this.options;
    return days === undefined ? DUPLICATE_WINDOW_MS : days * DAY_MS;
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
    this.observer.batch(records.length);
    const read = await this.read(records, attempt);
    const readable = read.filter((one): one is Incoming => !isUnreadable(one));
    const isProtocol = (one: Incoming): boolean => isProtocolType(one.type) && one.sequence === 0;
    const numbered = readable.filter((one) => !isProtocol(one));
    // each in a transaction of its own, beside the other: neither waits for the other's commit
    const [taken, handled] = await Promise.allSettled([
      this.protocol.take(readable.filter(isProtocol)),
      this.inbox?.process(numbered, attempt, signal),
    ]);
    if (taken.status === 'rejected') throw taken.reason as Error;
    await this.inbox?.parkUnreadable([...read.filter(isUnreadable), ...taken.value]);
    if (handled.status === 'rejected') throw handled.reason as Error;
  }

  /**
   * A key that is not known may have been told in these very records, or to another instance: it is looked for again, and
   * for a few tries the batch waits for it, since the bus delivers nothing that it could not verify.
   */
  private async read(records: readonly WireRecord[], attempt: number): Promise<(Incoming | Unreadable)[]> {
    const checks = this.checks();
    const readAll = (): (Incoming | Unreadable)[] => records.map((record) => readIncoming(record, checks));
    const lacksKey = (one: Incoming | Unreadable): boolean => one.fault?.code === KEY_UNKNOWN;
    const read = readAll();
    if (!read.some(lacksKey)) return read;
    const told = read.filter((one): one is Incoming => !isUnreadable(one) && isKeyChange(one.type));
    if (told.length > 0) await this.protocol.take(told);
    await this.keys.load();
    const again = readAll();
    const lacking = again.find(lacksKey);
    if (lacking?.fault && attempt <= TRIES_FOR_A_KEY) throw lacking.fault;
    return again;
  }

  private complain(error: unknown): void {
    this.logger.error({ error: String(error) }, 'messaging: a background task failed');
  }
}
