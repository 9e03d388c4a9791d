import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changed keys that the members are still to be told of. */
export class NoteKeys1767313004000 implements MigrationInterface {
  readonly name = 'NoteKeys1767313004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_notice (
        log_id uuid constraint key_notice_pkey primary key,
        told_at timestamptz
      );
      create index key_notice_untold on key_notice (log_id) where told_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table key_notice');
  }
}
