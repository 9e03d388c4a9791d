import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slips that are completed, replaced and withdrawn (M13, M14, M15). */
export class SlipVersions1767661100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transfer_slip add column withdrawn_at timestamptz, add column withdrawal jsonb,
        add constraint ck_transfer_slip_withdrawn check ((withdrawn_at is null) = (withdrawal is null));
      create index ix_transfer_slip_dossier on transfer_slip (dossier_code);
      create table completion_request (
        slip_id text constraint pk_completion_request primary key,
        request_id text not null,
        request_number text not null,
        dossier_code text not null,
        office text not null,
        faults jsonb not null,
        requested_at timestamptz not null,
        requested_by text not null,
        ask_by date,
        answer_by date,
        answered_at timestamptz,
        answered_by text,
        constraint ck_completion_request_answered check ((answered_at is null) = (answered_by is null))
      );
      create index ix_completion_request_dossier on completion_request (dossier_code);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table completion_request;
      drop index ix_transfer_slip_dossier;
      alter table transfer_slip drop column withdrawn_at, drop column withdrawal;`);
  }
}
