import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a row costs from its writing to the bus's answer: only rows that were marked as sent and have no answer, and those
 * that were never sent, stand in an index beside the keys; the age of accepted ones is known by the block.
 */
export class OutboxIndexes1767398470000 implements MigrationInterface {
  readonly name = 'OutboxIndexes1767398470000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index outbox_open, outbox_accepted;
      create index outbox_open on outbox (sent_at)
        where accepted_at is null and rejected_at is null and sent_at is not null;
      create index outbox_accepted on outbox using brin (accepted_at) with (pages_per_range = 32)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index outbox_open, outbox_accepted;
      create index outbox_open on outbox (sent_at) where accepted_at is null and rejected_at is null;
      create index outbox_accepted on outbox (accepted_at) where accepted_at is not null`);
  }
}
