import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The longer time that the office has taken for a dossier. */
export class LandTimeExtensions1767662500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier add column time_extension jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier drop column time_extension');
  }
}
