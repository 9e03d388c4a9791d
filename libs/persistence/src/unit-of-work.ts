import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { Database } from './database';
import { EntityTables } from './entity-table';
import { Outgoing, type SendOptions } from './outgoing';
import { persistenceErrors } from './persistence.errors';
import { constraintOf, faultOf, isConflict, sqlStateOf } from './sql-state';
import { type EntityClass, type Origin, type Scope, Transaction } from './transaction';
import { Witness } from './witness';

const TRIES = 5;
const UNIQUE_VIOLATION = '23505';

interface Current {
  readonly transaction: Transaction;
  readonly scope: Scope;
}

/**
 * The only way to the database. Entered once per batch of messages or once per HTTP use case: `find` and `get` read and
 * lock, `save` and `send` only record; everything is written at the end, each table by one statement, and commits together.
 */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<Current>();
  private readonly tables: EntityTables;
  /** Counters for metrics: reads no handler declared, transactions tried again after a conflict. */
  readonly counters = { undeclaredReads: 0, retriedTransactions: 0 };

  constructor(
    @Inject(Database) private readonly database: Database,
    @Optional() @Inject(Outgoing) private readonly outgoing?: Outgoing,
    @Optional() @Inject(Witness) private readonly witness?: Witness,
  ) {
    this.tables = new EntityTables(() => database.dataSource);
  }

  /** The aggregate with this key, locked until the end; frozen: save a new object instead of changing it. */
  async find<E extends object>(entity: EntityClass<E>, key: string): Promise<E | undefined> {
    const { transaction, scope } = this.current();
    return (await transaction.find(scope, entity, key, true)) as E | undefined;
  }

  /** Like `find`. @throws persistence.NOT_FOUND (404) naming entity and key */
  async get<E extends object>(entity: EntityClass<E>, key: string): Promise<E> {
    const found = await this.find(entity, key);
    if (!found) throw persistenceErrors.NOT_FOUND({ entity: this.tables.of(entity).name, key });
    return found;
  }

  /** The aggregate with this key, not locked: for settings and look-ups that this work does not change. */
  async read<E extends object>(entity: EntityClass<E>, key: string): Promise<E | undefined> {
    const { transaction, scope } = this.current();
    return (await transaction.find(scope, entity, key, false)) as E | undefined;
  }

  /** Records the new state of an aggregate. Give a new object, never a changed one. */
  save<E extends object>(entity: EntityClass<E>, value: E): void {
    const { transaction, scope } = this.current();
    transaction.record(scope, entity, value);
  }

  /** Records a message; it leaves after the commit, in the order of its stream. @throws envelope.BODY_INVALID */
  send<B extends object>(messageClass: new () => B, body: B, options: SendOptions): { readonly id: string } {
    const { scope } = this.current();
    if (!this.outgoing) throw persistenceErrors.NOTHING_CAN_BE_SENT();
    const { causationId, traceparent } = scope;
    const origin = { ...(causationId ? { causationId } : {}), ...(traceparent ? { traceparent } : {}) };
    const record = this.outgoing.prepare(messageClass, body, { ...origin, ...options });
    scope.sent.push(record);
    return { id: record.id };
  }

  /** Wakes somebody of this process after the commit; it may come to nothing and must not be needed. */
  wakeAfterCommit(wake: () => void): void {
    this.current().scope.wakeUps.push(wake);
  }

  /** Read-only SQL inside the transaction, for lists; it does not see what is only recorded. */
  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.current().transaction.client.query(sql, [...parameters]);
    return rows as R[];
  }

  /** The connection of this transaction, for tables without an entity: what it writes is written at once, in their order. */
  get client(): ClientBase {
    return this.current().transaction.client;
  }

  /** Runs a use case in one transaction; conflicts are tried again, so the work must be repeatable. */
  perform<T>(work: () => Promise<T>, origin: Origin = {}): Promise<T> {
    const outer = this.storage.getStore();
    if (outer && !outer.scope.closed) return work();
    return this.inTransaction(async (transaction) => {
      const result = await this.inScope(transaction, origin, work);
      transaction.ride(transaction.flush());
      return result;
    });
  }

  /** Runs one handler on a transaction: what it records is accepted when it succeeds and forgotten when it throws. */
  async inScope<T>(
    transaction: Transaction,
    { isolated = false, ...origin }: Origin & { isolated?: boolean },
    work: () => Promise<T>,
  ): Promise<T> {
    const scope: Scope = { ...origin, saved: new Map(), sent: [], notes: [], wakeUps: [], closed: false };
    const run = (): Promise<T> => this.storage.run({ transaction, scope }, work);
    try {
      if (!isolated) {
        const result = await run();
        transaction.accept(scope);
        return result;
      }
      let result: T | undefined;
      await transaction.isolated(scope, async () => {
        result = await run();
      });
      return result as T;
    } finally {
      scope.closed = true;
    }
  }

  /** BEGIN … COMMIT around `work`, for batches; conflicts (40001, 40P01, a key inserted meanwhile) are tried again. */
  async inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= TRIES || !isConflict(error)) throw translated(error);
        this.counters.retriedTransactions += 1;
        await delay(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async once<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { result, transaction } = await this.database.transaction(async (client, ride) => {
      const transaction = new Transaction(client, this.tables, { sender: this.outgoing, witness: this.witness }, ride);
      return { result: await work(transaction), transaction };
    });
    this.counters.undeclaredReads += transaction.undeclaredReads;
    transaction.committed();
    return result;
  }

  private current(): Current {
    const current = this.storage.getStore();
    if (!current || current.scope.closed) throw persistenceErrors.OUTSIDE_UNIT_OF_WORK();
    return current;
  }
}

function translated(error: unknown): unknown {
  if (sqlStateOf(error) === UNIQUE_VIOLATION) {
    return persistenceErrors.CONFLICT({ constraint: constraintOf(error) ?? 'unique' }, { cause: error });
  }
  const fault = faultOf(error);
  return fault === 'transient' || fault === 'conflict' ? persistenceErrors.UNAVAILABLE({}, { cause: error }) : error;
}
