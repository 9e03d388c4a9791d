import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks of officers; to be put among the migrations of a service whose own tables do not hold them. */
export class DeskTaskTable1767226200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk_task (
        id uuid constraint pk_desk_task primary key,
        kind text not null constraint ck_desk_task_kind check (kind in ('late', 'officer-task', 'alarm')),
        office text not null,
        dossier_code text not null,
        branch text,
        text text not null,
        since timestamptz not null,
        closed_at timestamptz,
        closed_by text
      );
      create index ix_desk_task_open on desk_task (office, kind, since, id) where closed_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk_task');
  }
}
