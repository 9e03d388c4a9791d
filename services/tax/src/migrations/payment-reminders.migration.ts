import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when the payer of an item was told of its due date (M30). */
export class PaymentReminders1767662300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item add column told_until date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item drop column told_until');
  }
}
