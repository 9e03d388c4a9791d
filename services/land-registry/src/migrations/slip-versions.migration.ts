import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every slip that was sent, by its version; those sent before are the one that each dossier has. */
export class SentSlips1767661100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sent_slip (
        slip_id text constraint pk_sent_slip primary key,
        dossier_code text not null,
        submission integer not null,
        state text not null constraint ck_sent_slip_state check (state in (
          'sent', 'received', 'returned', 'completion-wanted', 'replaced', 'withdrawn')),
        content jsonb not null,
        sent_at timestamptz not null,
        answered_at timestamptz,
        faults jsonb not null,
        answer_by date,
        ended_at timestamptz,
        reason text,
        constraint uq_sent_slip_submission unique (dossier_code, submission)
      );`);
    await runner.query(`
      insert into sent_slip (slip_id, dossier_code, submission, state, content, sent_at, faults)
      select slip ->> 'slipId', dossier_code, (slip ->> 'submission')::integer,
        case status when 'slip-sent' then 'sent' when 'slip-returned' then 'returned' else 'received' end,
        slip, since, case status when 'slip-returned' then slip_faults else '[]' end
      from land_dossier where slip_signed_by is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sent_slip');
  }
}
