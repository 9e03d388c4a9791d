import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { createProducer, DependableProducer, HoldBack, isBrokerAway } from '@lienthong/messaging';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { BusKafka } from '../bus-kafka';
import { CurrentRegistry } from '../members/current-registry';
import { AnswerRecords, type WrittenRecords } from './answer-records';
import type { Answer } from './answers.rules';
import { WaitingAnswers } from './waiting-answers';

/** No sender waits for its answer, and each message costs its member a transaction; a recipient waits for its delivery. */
const GATHER_MS = 200;
/** So many items for one member go out at once. */
const SEND_AT = 300;

/**
 * Tells senders what became of their messages, by protocol messages on `<sender>.in`. An answer that is lost heals: the
 * sender produces its open rows again, and the bus answers again. A topic that cannot be reached waits alone.
 */
@Injectable()
export class AnswerSender implements BackgroundPart {
  readonly name = 'answers';
  private readonly logger = new Logger(AnswerSender.name);
  private readonly waiting = new WaitingAnswers();
  private readonly members = new HoldBack();
  private readonly producer: DependableProducer;
  private sending: Promise<void> = Promise.resolve();
  private isDue = false;
  private sendNow: () => void = () => undefined;
  private readonly stopped = new AbortController();

  constructor(
    private readonly records: AnswerRecords,
    private readonly registry: CurrentRegistry,
    kafka: BusKafka,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
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
    const byTopic = new Map([...answers].filter(([member]) => this.registry.now.member(member)?.transport === 'kafka'));
    if (byTopic.size === 0) return;
    this.waiting.add(byTopic);
    if (this.waiting.longest((member) => this.members.isHeld(member)) >= SEND_AT) this.sendNow();
    if (this.isDue) return;
    this.isDue = true;
    this.sending = this.sending
      .then(() => this.gathered())
      .catch((error: unknown) => {
        this.logger.warn({ error: String(error), msg: 'answers lost; the senders will ask again' });
      });
  }

  private async gathered(): Promise<void> {
    const enough = new AbortController();
    this.sendNow = () => enough.abort();
    if (!this.stopped.signal.aborted) await delay(GATHER_MS, undefined, enough).catch(() => undefined);
    this.isDue = false;
    await this.round();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.sendNow();
    await this.sending;
    await this.producer.disconnect();
  }

  private async round(): Promise<void> {
    const answers = this.waiting.take((member) => this.members.isHeld(member));
    const parcels = [...answers].map(([member, answer]) => ({ member, records: this.records.of(member, answer) }));
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

  private async produceAlone(member: string, records: readonly WrittenRecords[]): Promise<void> {
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
}
