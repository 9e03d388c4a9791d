import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BenchState1767226900000 implements MigrationInterface {
  readonly name = 'BenchState1767226900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table bench_state (
      key text constraint pk_bench_state primary key, chain text not null, visits integer not null,
      amount integer not null, updated_at timestamptz not null
    ) with (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bench_state');
  }
}
