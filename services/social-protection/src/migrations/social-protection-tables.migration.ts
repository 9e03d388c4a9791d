import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims for funeral support, and the one support of each deceased person. */
export class SocialProtectionTables1767226000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table funeral_claim (
        dossier_code text constraint pk_funeral_claim primary key,
        sub_dossier_code text not null,
        office text not null,
        asked_by text not null,
        state text not null constraint ck_funeral_claim_state check (state in ('received', 'allowance-asked', 'assessed',
          'decided', 'recovery', 'recovered', 'refused', 'stopped', 'revoked')),
        due_at timestamptz not null,
        received_at timestamptz not null,
        since timestamptz not null,
        deceased_key text not null,
        death jsonb not null,
        claim jsonb not null,
        papers jsonb not null,
        amount_dong numeric(18,0),
        legal_basis text,
        decide_by date,
        allowance jsonb,
        decision_number text,
        decided_on date,
        decided_by text,
        refusal jsonb,
        recovery_reason text,
        work_message_id text not null,
        history jsonb not null,
        constraint ck_funeral_claim_decided check ((state in ('decided', 'recovery', 'recovered'))
          = (decision_number is not null and amount_dong is not null)),
        constraint ck_funeral_claim_refused check ((state = 'refused') = (refusal is not null)),
        constraint ck_funeral_claim_recovery check ((state in ('recovery', 'recovered')) = (recovery_reason is not null))
      );
      create index ix_funeral_claim_work on funeral_claim (office, state, since, dossier_code);
      create table funeral_support (
        key text constraint pk_funeral_support primary key,
        state text not null constraint ck_funeral_support_state check (state in ('free', 'claimed', 'paid', 'recovery')),
        dossier_code text not null,
        personal_identification_number text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table funeral_support, funeral_claim');
  }
}
