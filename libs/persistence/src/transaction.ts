import type { PoolClient } from 'pg';
import { deepFrozen } from './deep-frozen';
import type { Ride } from './database';
import type { EntityTable, EntityTables } from './entity-table';
import type { Outgoing, OutgoingBatch } from './outgoing';
import { together } from './sql-state';
import type { Witness } from './witness';

export type EntityClass<E extends object = object> = new () => E;

/** Where a piece of work comes from: the message it answers, the trace it belongs to, who asked for it and why. */
export interface Origin {
  readonly causationId?: string;
  readonly traceparent?: string;
  /** A person's id, or `<member>/<office>` of the message. */
  readonly by?: string;
  readonly reason?: string;
}

/** What one handler or one HTTP use case recorded; dropped whole when it throws. */
export interface Scope extends Origin {
  readonly saved: Map<EntityTable, Map<string, object>>;
  readonly sent: { readonly id: string }[];
  /** What the witness keeps of the saves, in their order. */
  readonly notes: object[];
  /** To be woken when all this is committed. */
  readonly wakeUps: (() => void)[];
  closed: boolean;
}

/** What the declared loads of a batch brought. */
export interface Loaded {
  get<E extends object>(entity: EntityClass<E>, key: string): E | undefined;
}

type Rows = Map<string, object | undefined>;

/** One database transaction: identity map of what was read, record of what is to be written. */
export class Transaction implements Loaded {
  private readonly locked = new Map<EntityTable, Rows>();
  private readonly glanced = new Map<EntityTable, Rows>();
  private readonly pending = new Map<EntityTable, Map<string, { row: object; isNew: boolean }>>();
  private outgoing: { readonly id: string }[] = [];
  private notes: object[] = [];
  private readonly handedOver: OutgoingBatch[] = [];
  private readonly wakeUps: (() => void)[] = [];
  undeclaredReads = 0;

  constructor(
    readonly client: PoolClient,
    private readonly tables: EntityTables,
    private readonly told: { readonly sender?: Outgoing | undefined; readonly witness?: Witness | undefined },
    readonly ride: Ride,
  ) {}

  /** Brings rows into the identity map: one query for all keys not yet there. */
  async load(entity: EntityClass, keys: Iterable<string>, lock = true): Promise<void> {
    const table = this.tables.of(entity);
    const rows = this.rowsOf(lock ? this.locked : this.glanced, table);
    const missing = [...new Set(keys)].filter((key) => !rows.has(key)).sort();
    if (missing.length === 0) return;
    const found = new Map((await table.load(this.client, missing, lock)).map((row) => [table.keyOf(row), row]));
    // Only now: a second look while the query runs must not take the row for absent.
    for (const key of missing) if (!rows.has(key)) rows.set(key, found.get(key));
  }

  /** What a declared load brought (locked or read), without asking the database. */
  get<E extends object>(entity: EntityClass<E>, key: string): E | undefined {
    const table = this.tables.of(entity);
    return (this.locked.get(table)?.get(key) ?? this.glanced.get(table)?.get(key)) as E | undefined;
  }

  async find(scope: Scope, entity: EntityClass, key: string, lock: boolean): Promise<object | undefined> {
    const table = this.tables.of(entity);
    const own = scope.saved.get(table)?.get(key);
    if (own) return own;
    const known = this.locked.get(table);
    if (known?.has(key)) return known.get(key);
    const rows = this.rowsOf(lock ? this.locked : this.glanced, table);
    if (!rows.has(key)) {
      this.undeclaredReads += 1;
      await this.load(entity, [key], lock);
    }
    return rows.get(key);
  }

  record(scope: Scope, entity: EntityClass, value: object): void {
    const table = this.tables.of(entity);
    const key = table.keyOf(value);
    if (key === 'undefined' || key === '') throw new Error(`${table.name} was saved without its key`);
    const saved = scope.saved.get(table) ?? new Map<string, object>();
    const before = saved.get(key) ?? this.locked.get(table)?.get(key);
    saved.set(key, value);
    scope.saved.set(table, saved);
    const note = this.told.witness?.note({ entity, key, before, after: value, origin: scope });
    if (note) scope.notes.push(note);
  }

  /** Takes over what a scope recorded; later scopes of the same transaction see it. */
  accept(scope: Scope): void {
    for (const [table, saved] of scope.saved) {
      const rows = this.rowsOf(this.locked, table);
      const pending = this.pending.get(table) ?? new Map<string, { row: object; isNew: boolean }>();
      for (const [key, row] of saved) {
        const isNew = pending.get(key)?.isNew ?? rows.get(key) === undefined;
        pending.set(key, { row, isNew });
        rows.set(key, deepFrozen(row));
      }
      this.pending.set(table, pending);
    }
    this.outgoing.push(...scope.sent);
    this.notes.push(...scope.notes);
    this.wakeUps.push(...scope.wakeUps);
  }

  /**
   * Sends everything recorded: the outgoing messages (their streams are locked sorted), then each table once, in one order.
   * Resolves when all is written; what is asked for meanwhile follows in the same go.
   */
  async flush(): Promise<void> {
    const writes: Promise<void>[] = [];
    const { sender, witness } = this.told;
    if (this.outgoing.length > 0 && sender) {
      const batch = sender.batch(this.outgoing);
      this.outgoing = [];
      writes.push(batch.write(this.client));
      this.handedOver.push(batch);
    }
    const tables = [...this.pending.entries()].sort(([a], [b]) => writeOrder(a, b));
    this.pending.clear();
    for (const [table, rows] of tables) writes.push(table.write(this.client, [...rows.values()]));
    const notes = this.notes.splice(0);
    if (notes.length > 0 && witness) writes.push(witness.write(this.client, notes));
    await together(writes);
  }

  /** Runs one piece of work behind a savepoint and writes it at once; on failure the rest of the transaction is untouched. */
  async isolated(scope: Scope, work: () => Promise<void>): Promise<void> {
    const before = this.snapshot();
    await this.client.query('savepoint one_message');
    try {
      await work();
      this.accept(scope);
      await this.flush();
      await this.client.query('release savepoint one_message');
    } catch (error) {
      await this.client.query('rollback to savepoint one_message');
      this.restore(before);
      throw error;
    }
  }

  committed(): void {
    for (const batch of this.handedOver) batch.committed();
    for (const wake of this.wakeUps) wake();
  }

  private snapshot(): { rows: Map<EntityTable, Rows>; batches: number } {
    return { rows: new Map([...this.locked].map(([t, rows]) => [t, new Map(rows)])), batches: this.handedOver.length };
  }

  private restore(before: { rows: Map<EntityTable, Rows>; batches: number }): void {
    this.locked.clear();
    for (const [table, rows] of before.rows) this.locked.set(table, rows);
    this.pending.clear();
    this.outgoing = [];
    this.notes = [];
    this.handedOver.length = before.batches;
  }

  private rowsOf(map: Map<EntityTable, Rows>, table: EntityTable): Rows {
    const rows: Rows = map.get(table) ?? new Map<string, object | undefined>();
    map.set(table, rows);
    return rows;
  }
}

/**
 * By name, tables with nothing unique but their key first: two who begin the same series at once then collide in its row, where
 * the later one tries again, and not in what bears the number.
 */
function writeOrder(a: EntityTable, b: EntityTable): number {
  if (a.hasUniqueValues !== b.hasUniqueValues) return a.hasUniqueValues ? 1 : -1;
  return a.name < b.name ? -1 : 1;
}
