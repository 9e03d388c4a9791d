import type { PoolClient } from 'pg';
import type { EntityClass, Origin } from './transaction';

/** One save of an aggregate, as it stood before in this transaction and as it stands after. */
export interface SavedRow {
  readonly entity: EntityClass;
  readonly key: string;
  /** Undefined for a new one, and for one that was not read before. */
  readonly before: object | undefined;
  readonly after: object;
  readonly origin: Origin;
}

/**
 * Sees every aggregate that a unit of work saves, and writes what it keeps of that in the same transaction: a history that
 * no use case can forget. What a failed handler recorded is not seen.
 */
export abstract class Witness {
  /** What is to be written of a save; undefined when nobody asks about such aggregates. */
  abstract note(saved: SavedRow): object | undefined;
  /** Writes the notes of one transaction, in the order of the saves. */
  abstract write(client: PoolClient, notes: readonly object[]): Promise<void>;
}
