import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For services that number their papers with `NumberBooks`. */
export class NumberSeriesTable1767225800000 implements MigrationInterface {
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
