import type { TopicMessages } from 'kafkajs';
import type { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger, TopicRecords } from '../kafka/kafka-client';
import { plainCause } from '../plain-cause';
import { HoldBack } from './hold-back';
import type { RelayRecord } from './relay-record';
import { isBrokerAway, isTooLarge, sendWhatFits } from './send-what-fits';

/** The records of one destination and the rows that they were made from. */
export interface RecordsOf<R> {
  readonly records: TopicRecords;
  readonly rows: readonly R[];
}

export interface DestinationsOptions<R> {
  readonly source: {
    records(rows: readonly R[]): RecordsOf<R>[];
    stream(row: R): string;
    sequence(row: R): number;
  };
  readonly producer: DependableProducer;
  readonly logger: KafkaLogger;
  readonly record: RelayRecord;
  /** A missing topic holds back that topic alone also when it is the only one of a round. */
  readonly manyDestinations?: boolean;
}

/** Where a relay sends to: a destination that fails backs off alone, and so does a stream whose record is too large. */
export class Destinations<R> {
  private readonly topics: HoldBack;
  /** Streams whose next record is larger than its topic takes. */
  private readonly tooLarge: HoldBack;

  constructor(
    private readonly options: DestinationsOptions<R>,
    /** A destination or stream begins to wait, or has waited. */
    onChange: () => void,
  ) {
    this.topics = new HoldBack(onChange);
    this.tooLarge = new HoldBack(onChange);
  }

  /**
   * One failed destination fails the whole call of kafkajs: then each is tried alone, and the bad one waits alone. One that
   * failed before is tried after the others. When it is the broker that is away, all wait together.
   */
  async send(rows: readonly R[]): Promise<R[]> {
    const ready = rows.filter((row) => !this.tooLarge.isHeld(this.options.source.stream(row)));
    if (ready.length === 0) return [];
    const groups = this.options.source.records(ready);
    const sound = groups.filter(({ records }) => !this.topics.isDoubtful(records.topic));
    const doubtful = groups.filter((group) => !sound.includes(group));
    const sent: R[] = [];
    try {
      if (sound.length > 0) await this.produce(sound.map(({ records }) => records));
      sent.push(...sound.flatMap((group) => group.rows));
    } catch (error) {
      if (this.isOnlyOne(groups, error) || isBrokerAway(error)) throw error;
      for (const group of sound) sent.push(...(await this.sendAlone(group)));
    }
    for (const group of doubtful) sent.push(...(await this.sendAlone(group)));
    return sent;
  }

  private produce(records: readonly TopicRecords[]): Promise<void> {
    this.options.record.produceCalls += 1;
    return this.options.producer.send(records.map(messagesOf));
  }

  /** Nobody else would notice: then it is the relay's own trouble, and told as such. */
  private isOnlyOne(groups: readonly RecordsOf<R>[], error: unknown): boolean {
    const isItsTopic = this.options.manyDestinations === true && plainCause(error).waitsFor === 'topic';
    return groups.length === 1 && this.topics.held().length === 0 && !isTooLarge(error) && !isItsTopic;
  }

  private async sendAlone({ records: { topic }, rows }: RecordsOf<R>): Promise<readonly R[]> {
    const send = (part: readonly R[]): Promise<void> =>
      this.produce(this.options.source.records(part).map(({ records }) => records));
    try {
      const stream = (row: R): string => this.options.source.stream(row);
      const { sent, tooLarge } = await sendWhatFits(rows, { send, stream });
      this.topics.succeeded(topic);
      for (const row of tooLarge) this.holdForSize(topic, row);
      return sent;
    } catch (error) {
      if (isBrokerAway(error)) throw error;
      this.hold(topic, error);
      return [];
    }
  }

  /** No repetition makes a record smaller, so its stream waits long; an operator may let the topic take more. */
  private holdForSize(topic: string, row: R): void {
    const { source, logger } = this.options;
    const [stream, waitMs] = [source.stream(row), HoldBack.longestMs];
    this.tooLarge.holdFor(stream, waitMs);
    const facts = { topic, stream, sequence: source.sequence(row), waitMs };
    logger.error(facts, 'a record is larger than its topic takes; its stream waits alone');
  }

  private hold(topic: string, error: unknown): void {
    this.options.record.refusedBy(topic, error);
    const waitMs = this.topics.failed(topic);
    this.options.logger.warn({ topic, waitMs, error: String(error) }, 'destination not reachable; it waits alone');
  }

  /** Those that failed and are not due yet. */
  held(): string[] {
    return this.topics.held();
  }

  /** Those with a record that is too large, and not due yet. */
  heldStreams(): string[] {
    return this.tooLarge.held();
  }
}

function messagesOf({ topic, messages }: TopicRecords): TopicMessages {
  return { topic, messages: [...messages] };
}
