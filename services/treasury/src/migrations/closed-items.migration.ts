import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when the tax office expects nothing more for a payable item. */
export class TreasuryClosedItems1767661200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item add column closed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payable_item drop column closed_on');
  }
}
