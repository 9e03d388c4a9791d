import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database, type Ride } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';
import { signCheckpoint } from './checkpoint-note';
import { appendLeaves, type Frontier, frontierPlaces, rootOf } from './merkle-tree.rules';
import { PENDING_LEAVES, TREE_NODES, TREE_SIZE, TRY_SEQUENCER_LOCK, WRITE_TREE } from './sequencer.sql';

/** Gives waiting log entries their place in the Merkle tree, in batches, and signs checkpoints. It may lag, it never blocks. */
@Injectable()
export class Sequencer implements BackgroundPart {
  readonly name = 'log';
  private readonly logger = new Logger(Sequencer.name);
  private readonly stopped = new AbortController();
  private fault?: string;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly signer: BusSigner,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  async start(): Promise<void> {
    await this.sequence();
    this.loop = this.run();
  }

  health(): ProbeResult {
    return this.fault ? { ready: false, waitingFor: `the next checkpoint: ${this.fault}` } : { ready: true };
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.loop;
  }

  /** One batch. Returns how many entries got their place; 0 also while another instance is at it. */
  sequence(): Promise<number> {
    return this.database.transaction((client, ride) => this.sequenceWith(client, ride));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const placed = await this.tryToSequence();
      if (placed < this.config.sequenceAtOnce) {
        await delay(this.config.sequenceEveryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async tryToSequence(): Promise<number> {
    try {
      const placed = await this.sequence();
      this.fault = undefined;
      return placed;
    } catch (error) {
      this.fault = String(error);
      this.logger.warn({ error: this.fault, msg: 'the sequencer waits' });
      return 0;
    }
  }

  private async sequenceWith(client: ClientBase, ride: Ride): Promise<number> {
    // in one go: what is read with the lock's answer is read after the lock was taken
    const [lock, pending] = await Promise.all([
      client.query<{ held: boolean }>(TRY_SEQUENCER_LOCK),
      client.query<{ log_id: string; leaf: Buffer }>(PENDING_LEAVES, [this.config.sequenceAtOnce]),
    ]);
    if (!lock.rows[0]?.held || pending.rows.length === 0) return 0;
    const before = await readTree(client);
    const { tree, made } = appendLeaves(
      before,
      pending.rows.map((row) => row.leaf),
    );
    const root = rootOf(tree);
    if (!root) throw new Error('the tree has leaves but no root');
    const signer = this.signer.current;
    const written = client.query(WRITE_TREE, [
      before.size,
      pending.rows.map((row) => row.log_id),
      made.map((node) => node.level),
      made.map((node) => node.index),
      made.map((node) => node.hash),
      tree.size,
      root,
      signCheckpoint({ origin: this.config.logOrigin, size: tree.size, root }, signer),
      signer.kid,
      this.clock.now(),
    ]);
    ride(written);
    return pending.rows.length;
  }
}

async function readTree(client: ClientBase): Promise<Frontier> {
  const { rows: sizes } = await client.query<{ size: string }>(TREE_SIZE);
  const size = Number(sizes[0]?.size ?? 0);
  const places = frontierPlaces(size);
  const { rows } = await client.query<{ level: number; index: string; hash: Buffer }>(TREE_NODES, [
    places.map((place) => place.level),
    places.map((place) => place.index),
  ]);
  if (rows.length !== places.length) throw new Error(`nodes of the log's tree of ${size} entries are missing`);
  return { size, nodes: rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash })) };
}
