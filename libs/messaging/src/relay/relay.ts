import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@lienthong/kernel';
import type { Producer, TopicMessages } from 'kafkajs';
import type { ClientBase } from 'pg';
import { fullJitter } from '../back-off';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger, TopicRecords } from '../kafka/kafka-client';
import { plainCause } from '../plain-cause';
import { LeaderConnection } from './leader-connection';
import { NextOfStream } from './next-of-stream';
import { RelayRecord, type RelayState } from './relay-record';

/** Where a relay's rows live and how they look on the wire. Rows are claimed by "unsent", in `ord` order. */
export interface RelaySource<R> {
  claim(
    client: ClientBase,
    wanted: { readonly shards: readonly number[]; readonly limit: number; readonly without: readonly string[] },
  ): Promise<R[]>;
  /** `sentAt` is the business time at which producing began: no recipient can have handled a row before it. */
  mark(client: ClientBase, rows: readonly R[], sentAt: Date): Promise<void>;
  /** Makes records; rows that go to one destination stay in order. */
  records(rows: readonly R[]): { readonly records: TopicRecords; readonly rows: readonly R[] }[];
  stream(row: R): string;
  sequence(row: R): number;
  /** Whether rows that were handed over in memory may go out as they are; else the database is asked. Absent: always. */
  areCurrent?(rows: readonly R[]): boolean;
  /** Lets rows that were sent long ago and never answered be claimed again. Called every `reopenEveryMs`. */
  reopen(client: ClientBase): Promise<number>;
}

export interface RelayOptions<R> {
  readonly source: RelaySource<R>;
  readonly clock: Clock;
  readonly url: string;
  readonly name: string;
  readonly lockName: string;
  /** NOTIFY channel on which other instances wake the leader. */
  readonly channel: string;
  /** Makes a producer; after a failed send a fresh one is made, since the old one's numbering is in doubt. */
  readonly producer: () => Producer;
  readonly logger: KafkaLogger;
  /** A topic that is missing is held back alone, also while it is the only one with rows. */
  readonly manyDestinations?: boolean;
  readonly batchSize?: number;
  readonly pollMs?: number;
  readonly reopenEveryMs?: number;
  readonly statementTimeoutMs?: number;
}

export const SHARDS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
const LEADER_IDLE_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const LEADER_TRY_MS = 1_000;
const MOST_IN_MEMORY = 2_000;
const FIRST_HOLD_MS = 2_000;
const LONGEST_HOLD_MS = 60_000;

/**
 * Sends committed rows to Kafka, one leader per database. Rows handed over in memory go out at once when each is the next
 * of its stream; otherwise, and after every doubt, the database is asked. A crash between produce and mark sends again:
 * the receiver drops repeats.
 */
export class Relay<R> {
  private queue: R[] = [];
  private claimNeeded = true;
  private stopping = false;
  private wakeUp: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();
  private readonly next: NextOfStream<R>;
  private readonly held = new Map<string, number>();
  private readonly connection: LeaderConnection;
  private lastReopen = 0;
  private failures = 0;
  private readonly producer: DependableProducer;
  private readonly record = new RelayRecord();
  private readonly refusals = new Map<string, number>();
  private readonly stopped = new AbortController();

  constructor(private readonly options: RelayOptions<R>) {
    this.next = new NextOfStream(options.source);
    this.producer = new DependableProducer(options.producer);
    this.connection = new LeaderConnection(
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS, ...options, shards: SHARDS, idleTimeoutMs: LEADER_IDLE_MS },
      () => this.wake(),
      (error) => this.doubt(error),
    );
  }

  get isLeader(): boolean {
    return this.connection.shards.length > 0;
  }

  /** How it fares, for metrics and readiness. */
  state(): RelayState {
    return this.record.state(this.isLeader, this.heldDestinations());
  }

  start(): void {
    this.loop = this.run();
  }

  /** Rows of a transaction that has just committed. */
  handOver(rows: readonly R[]): void {
    if (rows.length === 0) return;
    if (!this.isLeader || this.queue.length + rows.length > MOST_IN_MEMORY) this.claimNeeded = true;
    else this.queue.push(...rows);
    this.wakeUp();
  }

  /** Something may be waiting in the database. */
  wake(): void {
    this.claimNeeded = true;
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.stopped.abort();
    this.wakeUp();
    await this.loop;
    await this.connection.close();
    await this.producer.disconnect();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        if (!(await this.ready())) {
          this.record.worked();
          continue;
        }
        const sent = await this.step();
        this.record.worked();
        this.failures = 0;
        if (sent === 0) await this.sleep(this.options.pollMs ?? 2_000);
      } catch (error) {
        this.doubt(error);
        this.record.failed(error);
        this.failures += 1;
        await this.pause(fullJitter(this.failures, { firstMs: 50, longestMs: 3_000 }));
      }
    }
    await this.lastRound();
  }

  /** What was handed over before the stop still goes out; what does not is claimed by the next leader. */
  private async lastRound(): Promise<void> {
    if (this.isLeader) await this.step().catch(() => undefined);
  }

  private async ready(): Promise<boolean> {
    await this.producer.connect();
    if (!this.connection.isOpen) await this.connection.open();
    if (await this.connection.lead()) return true;
    this.queue = [];
    await this.pause(LEADER_TRY_MS);
    return false;
  }

  private async step(): Promise<number> {
    await this.reopenWhenDue();
    const rows = await this.take();
    if (rows.length === 0) return 0;
    const sentAt = this.options.clock.now();
    const sent = await this.send(rows);
    if (sent.length > 0) {
      this.next.sent(sent);
      this.record.rowsSent += sent.length;
      await this.connection.run((client) => this.options.source.mark(client, sent, sentAt));
    }
    return rows.length;
  }

  private async take(): Promise<R[]> {
    const limit = this.options.batchSize ?? 500;
    const without = this.heldDestinations();
    // What is handed over may go to a held destination: only the claim can leave it out.
    if (!this.claimNeeded && without.length === 0) {
      const candidates = this.queue.splice(0, limit);
      const rows = this.next.take(candidates);
      if (rows && (this.options.source.areCurrent?.(rows) ?? true)) return rows;
    }
    this.queue = [];
    this.claimNeeded = false;
    const wanted = { shards: this.connection.shards, limit, without };
    const claimed = await this.connection.run((client) => this.options.source.claim(client, wanted));
    if (claimed.length === limit) this.claimNeeded = true;
    return claimed;
  }

  /** One failed destination fails the whole call of kafkajs: then each is tried alone, and the bad one waits alone. */
  private async send(rows: readonly R[]): Promise<R[]> {
    const groups = this.options.source.records(rows);
    this.record.produceCalls += 1;
    try {
      await this.producer.send(groups.map((group) => messagesOf(group.records)));
      for (const { records } of groups) this.refusals.delete(records.topic);
      return [...rows];
    } catch (error) {
      const isAlone = groups.length === 1 && this.held.size === 0 && this.refusals.size === 0;
      if (isAlone && !(this.options.manyDestinations && plainCause(error).waitsFor === 'topic')) throw error;
    }
    const sent: R[] = [];
    for (const group of groups) {
      this.record.produceCalls += 1;
      try {
        await this.producer.send([messagesOf(group.records)]);
        this.refusals.delete(group.records.topic);
        sent.push(...group.rows);
      } catch (error) {
        this.hold(group.records.topic, error);
      }
    }
    return sent;
  }

  private hold(topic: string, error: unknown): void {
    const refusals = (this.refusals.get(topic) ?? 0) + 1;
    this.refusals.set(topic, refusals);
    this.record.refusedBy(topic, error);
    const waitMs = Math.min(LONGEST_HOLD_MS, FIRST_HOLD_MS * 2 ** Math.min(refusals, 10));
    this.held.set(topic, Date.now() + waitMs);
    this.claimNeeded = true;
    this.next.forget();
    this.options.logger.warn({ topic, waitMs, error: String(error) }, 'destination not reachable; it waits alone');
  }

  private heldDestinations(): string[] {
    const now = Date.now();
    for (const [topic, until] of this.held) if (until <= now) this.held.delete(topic);
    return [...this.held.keys()];
  }

  private async reopenWhenDue(): Promise<void> {
    const everyMs = this.options.reopenEveryMs ?? 5_000;
    if (Date.now() - this.lastReopen < everyMs) return;
    this.lastReopen = Date.now();
    const reopened = await this.connection.run((client) => this.options.source.reopen(client));
    if (reopened > 0) {
      this.next.forget();
      this.claimNeeded = true;
      this.options.logger.info({ reopened }, 'rows without an answer are sent again');
    }
  }

  private doubt(error: unknown): void {
    this.queue = [];
    this.claimNeeded = true;
    this.next.forget();
    if (!this.stopping) this.options.logger.warn({ error: String(error) }, 'relay: starting again from the database');
    this.wakeUp();
  }

  /** A wait that only a stop cuts short. */
  private pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  /** Waits for a hand-over or a wake-up; polling is only the safety net. */
  private sleep(ms: number): Promise<void> {
    if (this.stopping || this.queue.length > 0 || this.claimNeeded) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.claimNeeded = true;
        resolve();
      }, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        this.wakeUp = () => undefined;
        resolve();
      };
    });
  }
}

function messagesOf({ topic, messages }: TopicRecords): TopicMessages {
  return { topic, messages: [...messages] };
}
