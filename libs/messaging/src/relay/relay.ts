import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@lienthong/kernel';
import type { Producer } from 'kafkajs';
import type { ClientBase } from 'pg';
import { fullJitter } from '../back-off';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger } from '../kafka/kafka-client';
import { Destinations, type RecordsOf } from './destinations';
import { HandedOver, type MemoryLimits } from './handed-over';
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
  records(rows: readonly R[]): RecordsOf<R>[];
  stream(row: R): string;
  sequence(row: R): number;
  /** Whether rows that were handed over in memory may go out as they are; else the database is asked. Absent: always. */
  areCurrent?(rows: readonly R[]): boolean;
  /** Roughly what a row takes in memory. */
  bytes(row: R): number;
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
  /** What may wait in memory; beyond that rows are claimed from the database. */
  readonly memory?: MemoryLimits;
}

export const SHARDS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
const LEADER_IDLE_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const LEADER_TRY_MS = 1_000;
const ALL_HELD_MS = 1_000;

/**
 * Sends committed rows to Kafka, one leader per database. Rows handed over in memory go out at once when each is the next
 * of its stream; otherwise, and after every doubt, the database is asked. A crash between produce and mark sends again:
 * the receiver drops repeats.
 */
export class Relay<R> {
  private readonly queue: HandedOver<R>;
  private claimNeeded = true;
  private stopping = false;
  private wakeUp: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();
  private readonly next: NextOfStream<R>;
  private readonly destinations: Destinations<R>;
  private readonly connection: LeaderConnection;
  private lastReopen = 0;
  private failures = 0;
  private readonly producer: DependableProducer;
  private readonly record = new RelayRecord();
  private readonly stopped = new AbortController();

  constructor(private readonly options: RelayOptions<R>) {
    this.queue = new HandedOver((row) => options.source.bytes(row), options.memory);
    this.next = new NextOfStream(options.source);
    this.producer = new DependableProducer(options.producer);
    this.destinations = new Destinations({ ...options, producer: this.producer, record: this.record }, () => {
      this.claimNeeded = true;
      this.next.forget();
    });
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
    return this.record.state(this.isLeader, this.destinations.held());
  }

  start(): void {
    this.loop = this.run();
  }

  /** Rows of a transaction that has just committed. */
  handOver(rows: readonly R[]): void {
    if (rows.length === 0) return;
    if (!this.isLeader || !this.queue.add(rows)) this.claimNeeded = true;
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
    this.queue.clear();
    await this.pause(LEADER_TRY_MS);
    return false;
  }

  private async step(): Promise<number> {
    await this.reopenWhenDue();
    const rows = await this.take();
    if (rows.length === 0) return 0;
    const sentAt = this.options.clock.now();
    const sent = await this.destinations.send(rows);
    if (sent.length > 0) {
      this.next.sent(sent);
      this.record.rowsSent += sent.length;
      await this.connection.run((client) => this.options.source.mark(client, sent, sentAt));
    }
    // Rows that all have to wait are no reason to ask again at once.
    if (sent.length === 0) await this.pause(ALL_HELD_MS);
    return sent.length;
  }

  private async take(): Promise<R[]> {
    const limit = this.options.batchSize ?? 500;
    const without = this.destinations.held();
    // What is handed over may go to a held destination: only the claim can leave it out.
    if (!this.claimNeeded && without.length === 0) {
      const candidates = this.queue.take(limit);
      const rows = this.next.take(candidates);
      if (rows && (this.options.source.areCurrent?.(rows) ?? true)) return rows;
    }
    this.queue.clear();
    this.claimNeeded = false;
    const wanted = { shards: this.connection.shards, limit, without };
    const claimed = await this.connection.run((client) => this.options.source.claim(client, wanted));
    if (claimed.length === limit) this.claimNeeded = true;
    return claimed;
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
    this.queue.clear();
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
