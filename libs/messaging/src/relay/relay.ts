import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@lienthong/kernel';
import type { Producer } from 'kafkajs';
import { fullJitter } from '../back-off';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger } from '../kafka/kafka-client';
import { Destinations } from './destinations';
import { HandedOver, type MemoryLimits } from './handed-over';
import { LeaderConnection } from './leader-connection';
import { NextOfStream } from './next-of-stream';
import { RelayRecord, type RelayState } from './relay-record';
import type { RelaySource } from './relay-source';
import { Unmarked } from './unmarked';

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
const POLL_MS = 2_000;
/** Most rows are answered within this time, and then need no mark: one update less for each. */
const MARK_AFTER_MS = 1_000;
const CLAIM_BYTES = 8 * 1024 * 1024;
/** How many times as long as a reopening took nothing is reopened: a slow one must not take the relay's time. */
const REOPEN_REST = 10;

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
  private readonly unmarked: Unmarked<R>;
  private markTimer?: NodeJS.Timeout | undefined;
  private lastClaim = 0;
  private reopenDueAt = 0;
  private failures = 0;
  private readonly producer: DependableProducer;
  private readonly record = new RelayRecord();
  private readonly stopped = new AbortController();

  constructor(private readonly options: RelayOptions<R>) {
    this.queue = new HandedOver((row) => options.source.bytes(row), options.memory);
    this.unmarked = new Unmarked((row) => options.source.bytes(row));
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

  /** Resolves when what this process has sent is marked; at once where another process leads. */
  async marked(): Promise<void> {
    if (!this.isLeader) return;
    await this.mark();
    // a mark that began before is waited for in its turn
    await this.connection.run(() => Promise.resolve());
  }

  /** These rows have their answer, or are to go out again: they need no mark. */
  settled(isSettled: (row: R) => boolean): void {
    this.unmarked.forget(isSettled);
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
        if (sent === 0) await this.sleep(this.pollMs);
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
    if (!this.isLeader) return;
    await this.step()
      .then(() => this.marked())
      .catch(() => undefined);
  }

  private async ready(): Promise<boolean> {
    await this.producer.connect();
    if (!this.connection.isOpen) await this.connection.open();
    if (await this.connection.lead()) return true;
    this.unmarked.take();
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
      this.unmarked.add(sent, sentAt);
      if (this.unmarked.isFull) await this.mark();
      else this.markSoon();
    }
    // Rows that all have to wait are no reason to ask again at once.
    if (sent.length === 0) await this.pause(ALL_HELD_MS);
    return sent.length;
  }

  /** Marks what was sent and has no answer yet. A mark that is lost sends again, so one is as good as another. */
  private async mark(): Promise<void> {
    clearTimeout(this.markTimer);
    this.markTimer = undefined;
    const sent = this.unmarked.take();
    if (sent.length > 0) await this.connection.run((client) => this.options.source.mark(client, sent));
  }

  private markSoon(): void {
    this.markTimer ??= setTimeout(() => {
      this.markTimer = undefined;
      this.marked().catch((error: unknown) => this.doubt(error));
    }, MARK_AFTER_MS);
  }

  private async take(): Promise<R[]> {
    const limit = this.options.batchSize ?? 500;
    const without = this.destinations.held();
    const withoutStreams = this.destinations.heldStreams();
    // However busy it is, rows that nobody announced to this leader are looked for as often as when it is idle.
    const isClaimDue = this.claimNeeded || Date.now() - this.lastClaim >= this.pollMs;
    // What is handed over may go to a held destination: only the claim can leave it out.
    if (!isClaimDue && without.length === 0) {
      const candidates = this.queue.take(limit);
      const rows = this.next.take(candidates);
      if (rows && (this.options.source.areCurrent?.(rows) ?? true)) return rows;
    }
    // what is not marked would be claimed
    await this.mark();
    this.queue.clear();
    this.claimNeeded = false;
    this.lastClaim = Date.now();
    const wanted = { shards: this.connection.shards, limit, bytes: CLAIM_BYTES, without, withoutStreams };
    const { rows, isCut } = await this.connection.run((client) => this.options.source.claim(client, wanted));
    if (isCut) this.claimNeeded = true;
    return rows;
  }

  private async reopenWhenDue(): Promise<void> {
    const startedAt = Date.now();
    if (startedAt < this.reopenDueAt) return;
    const reopened = await this.reopen();
    const restMs = (Date.now() - startedAt) * REOPEN_REST;
    this.reopenDueAt = Date.now() + Math.max(this.options.reopenEveryMs ?? 5_000, restMs);
    if (reopened === 0) return;
    this.next.forget();
    this.claimNeeded = true;
    this.options.logger.info({ reopened }, 'rows without an answer are sent again');
  }

  /** Sending again may wait, sending may not: a failure holds up nothing else. */
  private async reopen(): Promise<number> {
    try {
      return await this.connection.run((client) => this.options.source.reopen(client));
    } catch (error) {
      this.record.failures += 1;
      this.next.forget();
      this.claimNeeded = true;
      this.options.logger.warn({ error: String(error) }, 'rows without an answer could not be looked for');
      return 0;
    }
  }

  private get pollMs(): number {
    return this.options.pollMs ?? POLL_MS;
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
