import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import {
  AcceptedV1,
  type MessageDefinition,
  messageOf,
  RejectedV1,
  ResendWantedV1,
  type Signer,
} from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import {
  createProducer,
  DependableProducer,
  HoldBack,
  isBrokerAway,
  ProtocolWriter,
  topicNames,
} from '@lienthong/messaging';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { BUS_ADDRESS, protocolAddressOf } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Answer } from './answers.rules';
import { bodiesOf } from './protocol-bodies.rules';
import { WaitingAnswers } from './waiting-answers';

/** No sender waits for its answer; a recipient does for its delivery. */
const GATHER_MS = 20;

type Records = ReturnType<ProtocolWriter['records']>;

/**
 * Tells senders what became of their messages, by protocol messages on `<sender>.in`. An answer that is lost heals: the
 * sender produces its open rows again, and the bus answers again. A topic that cannot be reached waits alone.
 */
@Injectable()
export class AnswerSender implements BackgroundPart {
  readonly name = 'answers';
  private readonly logger = new Logger(AnswerSender.name);
  private readonly writers = new Map<string, ProtocolWriter>();
  private readonly waiting = new WaitingAnswers();
  private readonly members = new HoldBack();
  private readonly producer: DependableProducer;
  private sending: Promise<void> = Promise.resolve();
  private isDue = false;
  private readonly stopped = new AbortController();

  constructor(
    private readonly clock: Clock,
    private readonly kafka: BusKafka,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {
    this.producer = new DependableProducer(() => createProducer(this.kafka.client));
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  /** Its producer connects with the first answer. */
  health(): ProbeResult {
    return { ready: true };
  }

  /** Answers go out in rounds, in the background: deliveries first, and what comes meanwhile goes along. */
  send(answers: ReadonlyMap<string, Answer>): void {
    if (answers.size === 0) return;
    this.waiting.add(answers);
    if (this.isDue) return;
    this.isDue = true;
    this.sending = this.sending
      .then(() => this.gathered())
      .catch((error: unknown) => {
        this.logger.warn({ error: String(error), msg: 'answers lost; the senders will ask again' });
      });
  }

  private async gathered(): Promise<void> {
    await delay(GATHER_MS, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    this.isDue = false;
    await this.round();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.sending;
    await this.producer.disconnect();
  }

  private async round(): Promise<void> {
    const answers = this.waiting.take((member) => this.members.isHeld(member));
    const parcels = [...answers].map(([member, answer]) => ({ member, records: this.records(member, answer) }));
    if (parcels.length === 0) return;
    try {
      await this.producer.send(parcels.flatMap(({ records }) => records));
      for (const { member } of parcels) this.members.succeeded(member);
    } catch (error) {
      if (isBrokerAway(error)) throw error;
      if (parcels.length === 1) return parcels.forEach(({ member }) => this.hold(member, error));
      for (const { member, records } of parcels) {
        if (!this.stopped.signal.aborted) await this.produceAlone(member, records);
      }
    }
  }

  private async produceAlone(member: string, records: readonly Records[]): Promise<void> {
    try {
      await this.producer.send(records);
      this.members.succeeded(member);
    } catch (error) {
      this.hold(member, error);
    }
  }

  private hold(member: string, error: unknown): void {
    const waitMs = this.members.failed(member);
    const text = 'answers lost, the sender will ask again; its topic waits alone';
    this.logger.warn({ member, waitMs, error: String(error), msg: text });
  }

  private records(member: string, { accepted, rejected, wanted }: Answer): Records[] {
    const write = <B>(definition: MessageDefinition<B>, items: readonly unknown[]): Records[] =>
      items.length === 0 ? [] : [this.writerTo(member).records(definition, bodiesOf(items) as B[])];
    return [
      ...write(messageOf(RejectedV1), rejected),
      ...write(messageOf(AcceptedV1), accepted),
      ...write(messageOf(ResendWantedV1), wanted),
    ];
  }

  private writerTo(member: string): ProtocolWriter {
    const known = this.writers.get(member);
    if (known) return known;
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: (): Signer => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    this.writers.set(member, writer);
    return writer;
  }
}
