import { Injectable, Logger } from '@nestjs/common';
import type { NotHandledMessage } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { createProducer, DependableProducer, HoldBack } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import { BusKafka } from '../bus-kafka';
import { HeldAnswers } from '../exchange/held-answers';
import { IntegrationBusConfig } from '../integration-bus.config';
import { FIND_NOT_HANDLED, FORGET_TOLD, MARK_TOLD } from './not-handled.sql';

const AT_ONCE = 500;
const KEPT_MS = 30 * 86_400_000;
const LONGEST_REASON = 500;

interface NotHandledRow {
  recipient: string;
  stream: string;
  epoch: number;
  seq: string;
  word: NotHandledMessage['outcome'];
  log_id: string;
  sender: string;
  id: string;
  sent_in: string;
  reason: string | null;
  at: Date;
}

/**
 * Tells senders what recipients parked or discarded and what voids replaced. Marked as told only once the broker has it, so
 * that a crash in between tells it again; a sender knows what it was told before.
 */
@Injectable()
export class TellNotHandled implements BackgroundPart {
  readonly name = 'not-handled';
  private readonly logger = new Logger(TellNotHandled.name);
  private readonly senders = new HoldBack();
  private readonly producer: DependableProducer;
  private readonly timed: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    kafka: BusKafka,
    private readonly held: HeldAnswers,
    config: IntegrationBusConfig,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
    const onFailure = (error: unknown): void =>
      this.logger.warn({ error: String(error), msg: 'senders are told later' });
    const everyMs = config.tellNotHandledMs;
    this.timed = new TimedWork({ name: this.name, everyMs, onFailure, work: () => this.round() });
  }

  start(): Promise<void> {
    return this.timed.start();
  }

  health(): ProbeResult {
    return this.timed.health();
  }

  async stop(): Promise<void> {
    await this.timed.stop();
    await this.producer.disconnect();
  }

  private async round(): Promise<{ readonly againInMs?: number }> {
    const untold = await this.rows<NotHandledRow>(FIND_NOT_HANDLED, [AT_ONCE]);
    const bySender = new Map<string, NotHandledRow[]>();
    for (const row of untold) bySender.set(row.sender, [...(bySender.get(row.sender) ?? []), row]);
    let wasTold = false;
    for (const [sender, rows] of bySender) {
      if (!this.senders.isHeld(sender) && (await this.tell(sender, rows))) wasTold = true;
    }
    if (untold.length > 0) await this.rows(FORGET_TOLD, [new Date(this.clock.now().getTime() - KEPT_MS)]);
    return wasTold && untold.length === AT_ONCE ? { againInMs: 0 } : {};
  }

  /** A topic that cannot be reached waits alone. Returns whether it was. */
  private async tell(sender: string, rows: readonly NotHandledRow[]): Promise<boolean> {
    try {
      const items = rows.map(itemOf);
      if (this.held.isHeld(sender)) await this.held.keepNotHandled(sender, items);
      else await this.producer.send([this.held.records.notHandled(sender, items)]);
      this.senders.succeeded(sender);
    } catch (error) {
      const waitMs = this.senders.failed(sender);
      this.logger.warn({ sender, waitMs, error: String(error), msg: 'a sender is told later' });
      return false;
    }
    const column = <T>(value: (row: NotHandledRow) => T): T[] => rows.map(value);
    const places = [column((r) => r.recipient), column((r) => r.stream), column((r) => r.epoch), column((r) => r.seq)];
    await this.rows(MARK_TOLD, [...places, column((r) => r.word), this.clock.now()]);
    return true;
  }

  private async rows<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const { client, release } = await this.database.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }
}

function itemOf({ id, sent_in: stream, recipient, word, reason, log_id: logId, at }: NotHandledRow): NotHandledMessage {
  const why = (reason ?? word).slice(0, LONGEST_REASON);
  return { id, stream, recipient, outcome: word, reason: why, logId, at: instantText(at) };
}
