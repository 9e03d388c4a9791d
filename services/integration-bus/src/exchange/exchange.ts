import { Injectable } from '@nestjs/common';
import type { WireRecord } from '@lienthong/messaging';
import { Database, faultOf, isConflict, sqlStateOf } from '@lienthong/persistence';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { CommittedBatches } from './committed-batches';
import { type Batch, type ExchangedBatch, ExchangeTransaction } from './exchange-transaction';
import { messagesFirst } from './messages-first.rules';
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
    await this.judge(records, attempt, signal);
  }

  /** As `process`, for a caller who needs the verdicts: what was committed, mostly one batch. */
  async judge(records: readonly WireRecord[], attempt = 1, signal?: AbortSignal): Promise<ExchangedBatch[]> {
    await this.registry.refreshWhenOld();
    const examined = await this.examine(records);
    const batches: ExchangedBatch[] = [];
    for (const chunk of attempt <= TRIES_TOGETHER ? messagesFirst(examined) : chunks(examined, CHUNK)) {
      signal?.throwIfAborted();
      batches.push(...(await this.settle(chunk, attempt)));
    }
    return batches;
  }

  /** A refusal may come from an old registry: then it is read again, and the record judged again. */
  private async examine(records: readonly WireRecord[]): Promise<Examined[]> {
    const examined = records.map((record) => this.examiner.examine(record));
    if (!examined.some(isRefused) || !(await this.registry.refreshNow())) return examined;
    return examined.map((one, i) => (isRefused(one) ? this.examiner.examine(records[i] as WireRecord) : one));
  }

  /** When a statement fails on data, the batch is halved down to the one message that does not fit. */
  private async settle(examined: readonly Examined[], attempt: number): Promise<ExchangedBatch[]> {
    try {
      return [await this.commit({ examined })];
    } catch (error) {
      if (!isForGood(error, attempt)) throw error;
      const [only, ...others] = examined;
      if (only && others.length === 0) return this.settleAlone(only, attempt);
      const size = examined.length > CHUNK ? CHUNK : 1;
      const batches: ExchangedBatch[] = [];
      for (const chunk of chunks(examined, size)) batches.push(...(await this.settle(chunk, attempt)));
      return batches;
    }
  }

  /** It fails alone, for itself or for what waits behind it: each is settled by itself, so that none is blamed for another. */
  private async settleAlone(only: Examined, attempt: number): Promise<ExchangedBatch[]> {
    const batches = [await this.settleOne(only, attempt, (one) => ({ examined: [one], stashed: [] }))];
    for (const { place, one: waiting } of await this.stashedBehind(only)) {
      const batch = await this.settleOne(waiting, attempt, (one) => ({ examined: [], stashed: [{ place, one }] }));
      batches.push(batch);
      if (batch.waiting.length > 0) break;
    }
    return batches;
  }

  /** A record as it is, else as a refusal that takes its number, else as one of which nothing but the place can be kept. */
  private async settleOne(
    wanted: Examined,
    attempt: number,
    batchOf: (one: Examined) => Batch,
  ): Promise<ExchangedBatch> {
    for (let one = wanted; ;) {
      try {
        return await this.commit(batchOf(one));
      } catch (error) {
        const lesser = isForGood(error, attempt) ? unstorable(one, error) : undefined;
        if (!lesser) throw error;
        one = lesser;
      }
    }
  }

  private async stashedBehind(one: Examined): ReturnType<ExchangeTransaction['stashedBehind']> {
    if (!isVerified(one) || one.isProtocol) return [];
    const { client, release } = await this.database.client();
    try {
      return await this.transaction.stashedBehind(client, [one]);
    } finally {
      release();
    }
  }

  private async commit(wanted: Batch): Promise<ExchangedBatch> {
    const exchanging = await this.database.transaction((client, ride) => this.transaction.run(client, ride, wanted));
    const batch = await exchanging.outcome();
    this.committed.take(batch);
    return batch;
  }
}

function isRefused(one: Examined): boolean {
  return !isVerified(one) || !one.admission.admitted;
}

function isForGood(error: unknown, attempt: number): boolean {
  return faultOf(error) === 'data' && !(isConflict(error) && attempt <= CONFLICT_TRIES);
}

/** The record as less: refused, then bare; `undefined` when it is bare already. */
function unstorable(one: Examined, error: unknown): Examined | undefined {
  const fault = busErrors.UNSTORABLE({ sqlState: sqlStateOf(error) ?? '?' }, { cause: error });
  const isVerifiedYet = isVerified(one) && (one.admission.admitted || one.admission.fault.code !== fault.code);
  if (isVerifiedYet) return { ...one, admission: { admitted: false, fault } };
  const isBare = !isVerified(one) && !one.envelope && one.fault.code === fault.code;
  return isBare ? undefined : { place: one.place, fault };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}
