import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pauses of the clock, wanted papers, refilings, and what the citizen was told of them (M04 to M06). */
export class LandLetters1767661400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table dossier
        add column pauses jsonb, add column papers_request jsonb, add column refiling jsonb,
        add column refiled_from text constraint uq_dossier_refiled_from unique,
        add constraint ck_dossier_refiled
          check (outcome ->> 'kind' is distinct from 'refiled' or refiling ->> 'refiledAs' is not null);
      create table citizen_notice (
        key text constraint pk_citizen_notice primary key,
        dossier_code text not null,
        event text not null constraint ck_citizen_notice_event check (event in ('supplement')),
        recipient text not null,
        phone text,
        text text not null,
        told_at timestamptz not null
      );
      create index ix_citizen_notice_dossier on citizen_notice (dossier_code, told_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table citizen_notice;
      alter table dossier
        drop constraint ck_dossier_refiled,
        drop column pauses, drop column papers_request, drop column refiling, drop column refiled_from;`);
  }
}
