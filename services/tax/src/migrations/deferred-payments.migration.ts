import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a deferred item can be paid (1.013988). */
export class DeferredPayments1767662800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item add column published_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item drop column published_on');
  }
}
