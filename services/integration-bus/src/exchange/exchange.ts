import { Injectable } from '@nestjs/common';
import type { WireRecord } from '@lienthong/messaging';
import { Database, faultOf, isConflict, sqlStateOf } from '@lienthong/persistence';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { CommittedBatches } from './committed-batches';
import { type ExchangedBatch, ExchangeTransaction } from './exchange-transaction';
import { RecordExaminer } from './record-examiner';
import { type Examined, isVerified } from './submission';

const TRIES_TOGETHER = 5;
const CHUNK = 32;
/** A row that another instance wrote meanwhile is found by the next try; what conflicts longer does not fit. */
const CONFLICT_TRIES = 10;

/** Station 3 of a message's way: each gathered batch of the members' `.out` topics is judged and logged in one transaction. */
@Injectable()
export class Exchange {
  constructor(
    private readonly database: Database,
    private readonly examiner: RecordExaminer,
    private readonly registry: CurrentRegistry,
    private readonly transaction: ExchangeTransaction,
    private readonly committed: CommittedBatches,
  ) {}

  /** Throws only for transient reasons; then nothing of the failed part is committed and it comes again. */
  async process(records: readonly WireRecord[], attempt = 1, signal?: AbortSignal): Promise<void> {
    await this.registry.refreshWhenOld();
    const examined = await this.examine(records);
    const size = attempt <= TRIES_TOGETHER ? Math.max(examined.length, 1) : CHUNK;
    for (const chunk of chunks(examined, size)) {
      signal?.throwIfAborted();
      await this.settle(chunk, attempt);
    }
  }

  /** A refusal may come from an old registry: then it is read again, and the record judged again. */
  private async examine(records: readonly WireRecord[]): Promise<Examined[]> {
    const examined = records.map((record) => this.examiner.examine(record));
    if (!examined.some(isRefused) || !(await this.registry.refreshNow())) return examined;
    return examined.map((one, i) => (isRefused(one) ? this.examiner.examine(records[i] as WireRecord) : one));
  }

  /** When a statement fails on data, the batch is halved down to the one message that does not fit. */
  private async settle(examined: readonly Examined[], attempt: number): Promise<void> {
    try {
      await this.commit(examined);
    } catch (error) {
      if (faultOf(error) !== 'data' || (isConflict(error) && attempt <= CONFLICT_TRIES)) throw error;
      const [only, ...others] = examined;
      if (only && others.length === 0) return this.commit([unstorable(only, error)]);
      const size = examined.length > CHUNK ? CHUNK : 1;
      for (const chunk of chunks(examined, size)) await this.settle(chunk, attempt);
    }
  }

  private async commit(examined: readonly Examined[]): Promise<void> {
    const { client, release } = await this.database.client();
    let broken = false;
    let batch: ExchangedBatch;
    try {
      await client.query('begin');
      batch = await this.transaction.run(client, examined);
      await client.query('commit');
    } catch (error) {
      broken = !(await client.query('rollback').then(
        () => true,
        () => false,
      ));
      throw error;
    } finally {
      release(broken);
    }
    this.committed.take(batch);
  }
}

function isRefused(one: Examined): boolean {
  return !isVerified(one) || !one.admission.admitted;
}

function unstorable(one: Examined, error: unknown): Examined {
  return { place: one.place, fault: busErrors.UNSTORABLE({ sqlState: sqlStateOf(error) ?? '?' }, { cause: error }) };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}
