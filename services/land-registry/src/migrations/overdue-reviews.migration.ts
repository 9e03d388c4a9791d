import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office found of an overdue dossier (F25). */
export class LandOverdueReviews1767662500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tax_note add column review jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tax_note drop column review');
  }
}
