import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tax office has the slip of a dossier, and since when (M11). */
export class DossiersAtTax1767662800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table dossier add column at_tax jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table dossier drop column at_tax');
  }
}
