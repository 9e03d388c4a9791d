import type { ClientBase } from 'pg';
import type { RecordsOf } from './destinations';
import type { Sent } from './unmarked';

/** What a claim may take. */
export interface Wanted {
  readonly shards: readonly number[];
  readonly limit: number;
  /** Roughly: the row that reaches it is the last one. */
  readonly bytes: number;
  /** Topics that wait. */
  readonly without: readonly string[];
  /** Streams that wait, as the source names them. */
  readonly withoutStreams: readonly string[];
}

/** The rows of a claim, and whether its limits left others behind. */
export interface Claimed<R> {
  readonly rows: R[];
  readonly isCut: boolean;
}

/** Where a relay's rows live and how they look on the wire. Rows are claimed by "unsent", in `ord` order. */
export interface RelaySource<R> {
  claim(client: ClientBase, wanted: Wanted): Promise<Claimed<R>>;
  /** Notes what was produced; a row that has its answer meanwhile is left alone. */
  mark(client: ClientBase, sent: readonly Sent<R>[]): Promise<void>;
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

/** Whether a claim of at most `limit` rows has left others behind; each row says how many were `found` before bytes cut them. */
export function isCut(rows: readonly { readonly found: number }[], limit: number): boolean {
  return rows.length === limit || rows.some((row) => row.found > rows.length);
}
