import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changed keys are told in pieces: each notice knows who was told of it, and which instance tells it for how long. */
export class TellKeysInPieces1767661800000 implements MigrationInterface {
  readonly name = 'TellKeysInPieces1767661800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_notice
        add column told text[] not null default '{}',
        add column telling_until timestamptz;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table key_notice drop column told, drop column telling_until;');
  }
}
