import { messageOf, ResendWantedV1, type WantedRange } from '@lienthong/envelope';
import { type Clock, instantText } from '@lienthong/kernel';
import type { Database, UnitOfWork } from '@lienthong/persistence';
import type { Producer } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger } from '../kafka/kafka-client';
import type { ProtocolWriter } from '../protocol/protocol-writer';
import { ALARM_GAPS, ANYTHING_WAITS, CLAIM_GAPS, COUNT_GAPS, SYNC_GAPS, TAKE_TURN } from './gap.sql';

const LONGEST_STOP_MS = 2_000;

export interface GapWatchOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly unitOfWork: () => UnitOfWork;
  readonly writer: ProtocolWriter;
  readonly producer: () => Producer;
  readonly logger: KafkaLogger;
  /** Judges what waits in streams that nothing holds any more. */
  readonly sweep: () => Promise<void>;
  /** How often the bus is asked for the same missing numbers. */
  readonly askAgainMs: number;
  /** A gap that lasts longer raises an alarm. */
  readonly gapAlarmMs: number;
}

/** Gaps of this member, as the last look of this instance found them. */
export interface Gaps {
  readonly count: number;
  /** 0 without a gap. */
  readonly oldestAgeMs: number;
}

interface GapRow {
  readonly stream: string;
  readonly epoch: number;
  readonly missing_from: string;
  readonly missing_to: string;
  readonly since: Date;
}

/**
 * Watches streams in which messages wait behind a missing delivery number that nothing holds: asks the bus for it, again
 * and again while the gap lasts, and raises an alarm when it lasts long. Instances share the work by claiming rows.
 */
export class GapWatch {
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private sweeping?: Promise<void>;
  private count = 0;
  private oldest?: Date;
  private readonly producer: DependableProducer;

  constructor(private readonly options: GapWatchOptions) {
    this.producer = new DependableProducer(options.producer);
  }

  gaps(): Gaps {
    const age = this.oldest ? this.options.clock.now().getTime() - this.oldest.getTime() : 0;
    return { count: this.count, oldestAgeMs: Math.max(0, age) };
  }

  start(): void {
    this.timer = setInterval(() => {
      // A look that takes longer than the interval, e.g. while the broker is away, is not followed by a queue of looks.
      this.running ??= this.look()
        .catch((error: unknown) => this.options.logger.warn({ error: String(error) }, 'gaps could not be looked for'))
        .finally(() => (this.running = undefined));
    }, this.options.askAgainMs);
  }

  /** Waits for a running look for a while: without a broker it may take longer than a stop may. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    const inHand = Promise.all([this.running, this.sweeping]);
    await Promise.race([inHand, delay(LONGEST_STOP_MS, undefined, { ref: false })]);
    await this.producer.disconnect();
  }

  /** One look: what may follow is judged, what is missing is asked for. */
  async look(): Promise<void> {
    const [anything] = await this.query<{ waits: boolean }>(ANYTHING_WAITS);
    if (!anything?.waits) return this.remember({ count: 0, oldest: null });
    await this.sweepFirst();
    if (await this.sync()) {
      await this.ask();
      await this.alarm();
    }
    const [seen] = await this.query<{ count: number; oldest: Date | null }>(COUNT_GAPS);
    this.remember(seen ?? { count: 0, oldest: null });
  }

  /** What fails or takes long goes on beside: missing numbers are asked for meanwhile. */
  private async sweepFirst(): Promise<void> {
    this.sweeping ??= this.options
      .sweep()
      .catch((error: unknown) => this.options.logger.warn({ error: String(error) }, 'what waits could not be judged'))
      .finally(() => (this.sweeping = undefined));
    await Promise.race([this.sweeping, delay(this.options.askAgainMs, undefined, { ref: false })]);
  }

  /** False when another instance is at it: what it finds is asked for by it. */
  private sync(): Promise<boolean> {
    const now = this.options.clock.now();
    return this.options.unitOfWork().inTransaction(async ({ client }) => {
      const { rows } = await client.query<{ taken: boolean }>(TAKE_TURN);
      if (!rows[0]?.taken) return false;
      await client.query(SYNC_GAPS, [now]);
      return true;
    });
  }

  private async ask(): Promise<void> {
    const { clock, askAgainMs, writer } = this.options;
    const now = clock.now();
    // Half the time: a timer that fires a little early must not skip its turn.
    const rows = await this.query<GapRow>(CLAIM_GAPS, [now, new Date(now.getTime() - askAgainMs / 2)]);
    if (rows.length === 0) return;
    this.options.logger.warn({ gaps: rows.length }, 'messages wait behind missing delivery numbers');
    await this.producer.send([writer.records(messageOf(ResendWantedV1), [{ items: rows.map(wanted) }])]);
  }

  private async alarm(): Promise<void> {
    const { clock, gapAlarmMs, logger } = this.options;
    const now = clock.now();
    const rows = await this.query<GapRow>(ALARM_GAPS, [now, new Date(now.getTime() - gapAlarmMs)]);
    for (const row of rows) {
      const facts = { alarm: true, ...wanted(row), since: instantText(row.since) };
      logger.error(facts, 'a delivery number has been missing for too long');
    }
  }

  private remember({ count, oldest }: { count: number; oldest: Date | null }): void {
    this.count = count;
    this.oldest = oldest ?? undefined;
  }

  private async query<R extends object>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.options.database.client();
    try {
      return (await client.query<R>(sql, [...parameters])).rows;
    } finally {
      release();
    }
  }
}

function wanted({ stream, epoch, missing_from, missing_to }: GapRow): WantedRange {
  return { stream, epoch, from: Number(missing_from), to: Number(missing_to) };
}
