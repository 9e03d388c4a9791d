import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a webhook is known to all instances of the bus; reservations are found without reading what waits. */
export class ShareWebhookBreakers1767660200000 implements MigrationInterface {
  readonly name = 'ShareWebhookBreakers1767660200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row stands for a webhook that did not take the last message; it goes with the next one that it takes. Another
      -- address is another webhook.
      create table webhook_breaker (
        member text constraint webhook_breaker_pkey primary key,
        url text not null,
        failures_in_row integer not null constraint webhook_breaker_failed check (failures_in_row >= 0),
        refused_streams text[] not null,
        open_until timestamptz
      );
      create index delivery_reserved on delivery (recipient) where state = 'waiting' and lease_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index delivery_reserved; drop table webhook_breaker');
  }
}
