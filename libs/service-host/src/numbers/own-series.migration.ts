import type { QueryRunner } from 'typeorm';

/** A table of numbered series: its columns; its constraints are named `pk_<table>` and `ck_<table>_last`. */
export interface SeriesTable {
  readonly table: string;
  readonly key: string;
  readonly last: string;
}

const ofNumberBooks: SeriesTable = { table: 'number_series', key: 'key', last: 'last' };

/**
 * Makes the table of series that a service had of its own the one of `NumberBooks`. The rows stay where they are, so every
 * series counts on: no gap, no number twice.
 */
export async function becomeNumberSeries(runner: QueryRunner, own: SeriesTable): Promise<void> {
  await reshape(runner, own, ofNumberBooks);
  await runner.query('alter table number_series alter column last type bigint');
}

/** The way back. */
export function leaveNumberSeries(runner: QueryRunner, own: SeriesTable): Promise<void> {
  return reshape(runner, ofNumberBooks, own);
}

async function reshape(runner: QueryRunner, from: SeriesTable, to: SeriesTable): Promise<void> {
  if (from.table !== to.table) {
    await runner.query(`alter table ${from.table} rename to ${to.table}`);
    await runner.query(`alter table ${to.table} rename constraint pk_${from.table} to pk_${to.table}`);
    await runner.query(`alter table ${to.table} rename constraint ck_${from.table}_last to ck_${to.table}_last`);
  }
  if (from.key !== to.key) await runner.query(`alter table ${to.table} rename column ${from.key} to ${to.key}`);
  if (from.last !== to.last) await runner.query(`alter table ${to.table} rename column ${from.last} to ${to.last}`);
}
