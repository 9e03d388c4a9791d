import type { MigrationInterface, QueryRunner } from 'typeorm';

class NumberSeriesTable1767225800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table number_series (
        key text constraint pk_number_series primary key,
        last integer not null constraint ck_number_series_last check (last >= 1)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table number_series');
  }
}

/** Numbers of vouchers and payable items have ten and twelve digits. */
class LongNumbers1767225800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table number_series alter column last type bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table number_series alter column last type integer');
  }
}

/** For services that number their papers with `NumberBooks`. */
export const numberSeriesMigrations = [NumberSeriesTable1767225800000, LongNumbers1767225800001];
