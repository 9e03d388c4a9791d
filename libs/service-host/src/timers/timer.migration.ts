import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Timers of a service that waits for times; to be put among the migrations of such a service. */
export class Timers1767225700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table timer (
        key text constraint pk_timer primary key,
        kind text not null,
        subject text not null,
        due_at timestamptz,
        attempts integer not null constraint ck_timer_attempts check (attempts >= 0)
      );
      create index ix_timer_due on timer (due_at) where due_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table timer');
  }
}

/** To be put before the own migrations of a service that has timers. */
export const timerMigrations: readonly (new () => MigrationInterface)[] = [Timers1767225700002];
