import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers of the national interlinked software: which of ours they became, and what was told of them. */
export class InterlinkedDossiers1767226200110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interlinked_dossier (
        code text constraint pk_interlinked_dossier primary key,
        dossier_code text,
        states jsonb not null,
        told integer not null constraint ck_interlinked_dossier_told check (told >= 0),
        reason text,
        bad_fields jsonb not null,
        received_at timestamptz not null,
        closed_at timestamptz,
        constraint ck_interlinked_dossier_why check (dossier_code is not null or reason is not null)
      );
      create index ix_interlinked_dossier_open on interlinked_dossier (code) where closed_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interlinked_dossier');
  }
}
