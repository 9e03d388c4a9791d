import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bus refused, and what a recipient did not get or could not take, until the service has seen to it. */
export class MessageFailures1767398480000 implements MigrationInterface {
  readonly name = 'MessageFailures1767398480000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message_failure (
        key text constraint pk_message_failure primary key,
        message_id uuid not null,
        type text not null,
        recipients text not null,
        outcome text not null
          constraint ck_message_failure_outcome check (outcome in ('rejected', 'parked', 'discarded', 'void')),
        reason text not null,
        failed_at timestamptz not null,
        taken_at timestamptz
      );
      create index ix_message_failure_open on message_failure (failed_at) where taken_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_failure');
  }
}
