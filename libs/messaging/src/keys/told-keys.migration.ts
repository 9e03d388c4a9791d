import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of members that the bus told of since the directory of this member was made. */
export class ToldKeys1767313003000 implements MigrationInterface {
  readonly name = 'ToldKeys1767313003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table told_key (
        kid text constraint told_key_pkey primary key,
        member text not null,
        x text not null,
        valid_from timestamptz not null,
        valid_to timestamptz,
        told_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table told_key');
  }
}
