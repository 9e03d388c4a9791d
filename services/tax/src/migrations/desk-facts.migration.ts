import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The law that an obligation stands on, and who entered which row of the price table. */
export class TaxDeskFacts1767662900002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table obligation add column law jsonb');
    await runner.query('alter table land_price add column entries jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_price drop column entries');
    await runner.query('alter table obligation drop column law');
  }
}
