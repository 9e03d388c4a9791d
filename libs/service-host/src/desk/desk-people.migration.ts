import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom the tokens of the agency have named last: the office and the roles of each person who works here. */
export class DeskPeople1767662900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk_person (
        id text constraint pk_desk_person primary key,
        name text not null,
        office text not null,
        roles text[] not null,
        seen_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk_person');
  }
}
