import type { TopicMessages } from 'kafkajs';
import type { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger, TopicRecords } from '../kafka/kafka-client';
import { plainCause } from '../plain-cause';
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

const FIRST_HOLD_MS = 2_000;
const LONGEST_HOLD_MS = 60_000;

/** Where a relay sends to: a destination that fails backs off alone, and so does a stream whose record is too large. */
export class Destinations<R> {
  private readonly heldUntil = new Map<string, number>();
  /** Streams whose next record is larger than its topic takes, and until when they wait. */
  private readonly heldForSize = new Map<string, number>();
  /** Failures in a row. */
  private readonly refusals = new Map<string, number>();

  constructor(
    private readonly options: DestinationsOptions<R>,
    /** A destination or stream begins to wait, or has waited. */
    private readonly onChange: () => void,
  ) {}

  /**
   * One failed destination fails the whole call of kafkajs: then each is tried alone, and the bad one waits alone. One that
   * failed before is tried after the others. When it is the broker that is away, all wait together.
   */
  async send(rows: readonly R[]): Promise<R[]> {
    const ready = rows.filter((row) => !this.heldForSize.has(this.options.source.stream(row)));
    if (ready.length === 0) return [];
    const groups = this.options.source.records(ready);
    const sound = groups.filter(({ records }) => !this.refusals.has(records.topic));
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
    return groups.length === 1 && this.heldUntil.size === 0 && !isTooLarge(error) && !isItsTopic;
  }

  private async sendAlone({ records: { topic }, rows }: RecordsOf<R>): Promise<readonly R[]> {
    const send = (part: readonly R[]): Promise<void> =>
      this.produce(this.options.source.records(part).map(({ records }) => records));
    try {
      const stream = (row: R): string => this.options.source.stream(row);
      const { sent, tooLarge } = await sendWhatFits(rows, { send, stream });
      this.refusals.delete(topic);
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
    this.heldForSize.set(source.stream(row), Date.now() + LONGEST_HOLD_MS);
    this.onChange();
    const facts = { topic, stream: source.stream(row), sequence: source.sequence(row), waitMs: LONGEST_HOLD_MS };
    logger.error(facts, 'a record is larger than its topic takes; its stream waits alone');
  }

  private hold(topic: string, error: unknown): void {
    const refusals = (this.refusals.get(topic) ?? 0) + 1;
    this.refusals.set(topic, refusals);
    this.options.record.refusedBy(topic, error);
    const waitMs = Math.min(LONGEST_HOLD_MS, FIRST_HOLD_MS * 2 ** Math.min(refusals, 10));
    this.heldUntil.set(topic, Date.now() + waitMs);
    this.onChange();
    this.options.logger.warn({ topic, waitMs, error: String(error) }, 'destination not reachable; it waits alone');
  }

  /** Those that failed and are not due yet. */
  held(): string[] {
    return this.stillHeld(this.heldUntil);
  }

  /** Those with a record that is too large, and not due yet. */
  heldStreams(): string[] {
    return this.stillHeld(this.heldForSize);
  }

  private stillHeld(holds: Map<string, number>): string[] {
    const now = Date.now();
    const ended = [...holds].filter(([, until]) => until <= now);
    for (const [name] of ended) holds.delete(name);
    if (ended.length > 0) this.onChange();
    return [...holds.keys()];
  }
}

function messagesOf({ topic, messages }: TopicRecords): TopicMessages {
  return { topic, messages: [...messages] };
}
