import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers wanted, refilings, withdrawals, blocks, debts, corrected results and questions to tax offices (M04–M06, M16, M17, M50, M53). */
export class LandLetters1767661400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dossiers);
    await runner.query(register);
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table tax_poll, debt_case;
      drop index ux_register_entry_dossier, ux_register_entry_new_serial;
      alter table register_entry
        drop column corrects, drop column deferred_items,
        add constraint uq_register_entry_dossier_code unique (dossier_code);
      create unique index ux_register_entry_new_serial on register_entry (serial) where form = 'new';
      alter table parcel drop column block_orders;
      drop index ix_land_dossier_answer_due;
      alter table land_dossier
        drop constraint ck_land_dossier_status, drop constraint ck_land_dossier_concluded,
        drop constraint ck_land_dossier_refiled, drop constraint ck_land_dossier_reopened,
        drop column deferred_items, drop column reopened, drop column papers_requests, drop column refiling,
        drop column objection, drop column answer_due_at,
        add constraint ck_land_dossier_status check (status in (${before})),
        add constraint ck_land_dossier_concluded
          check ((status in ('concluded', 'handed-over')) = (certificate is not null));`);
  }
}

const before = `
  'received', 'checked', 'slip-drafted', 'slip-sent', 'slip-received', 'slip-returned', 'notices-received',
  'obligation-fulfilled', 'certificate-drafted', 'concluded', 'handed-over', 'rejected'`;

const dossiers = `
  alter table land_dossier
    add column deferred_items jsonb, add column reopened jsonb, add column papers_requests jsonb,
    add column refiling jsonb, add column objection text, add column answer_due_at timestamptz,
    drop constraint ck_land_dossier_status, drop constraint ck_land_dossier_concluded,
    add constraint ck_land_dossier_status check (status in (${before},
      'papers-wanted', 'refiled', 'withdrawn', 'obligation-reopened', 'result-questioned')),
    add constraint ck_land_dossier_concluded
      check ((status in ('concluded', 'handed-over', 'result-questioned')) = (certificate is not null)),
    add constraint ck_land_dossier_refiled check ((status = 'refiled') = (refiling is not null)),
    add constraint ck_land_dossier_reopened check ((status = 'obligation-reopened') = (reopened is not null));
  create index ix_land_dossier_answer_due on land_dossier (answer_due_at) where answer_due_at is not null;`;

const register = `
  alter table parcel add column block_orders jsonb;
  alter table register_entry
    add column deferred_items jsonb,
    add column corrects text constraint uq_register_entry_corrects unique,
    drop constraint uq_register_entry_dossier_code;
  create unique index ux_register_entry_dossier on register_entry (dossier_code) where corrects is null;
  drop index ux_register_entry_new_serial;
  create unique index ux_register_entry_new_serial on register_entry (serial) where form = 'new' and corrects is null;`;

const tables = `
  create table debt_case (
    key text constraint pk_debt_case primary key,
    dossier_code text not null,
    office text not null,
    certificate_serial text not null,
    cause text not null,
    items jsonb not null,
    remainder_dong numeric(18, 0) not null constraint ck_debt_case_remainder check (remainder_dong > 0),
    raised_at timestamptz not null,
    settled_on date
  );
  create index ix_debt_case_open on debt_case (office, raised_at, key) where settled_on is null;
  create index ix_debt_case_dossier on debt_case (dossier_code);
  create table tax_poll (
    dossier_code text constraint pk_tax_poll primary key,
    request_id text not null,
    answer_due_at timestamptz not null,
    asked integer not null constraint ck_tax_poll_asked check (asked >= 1),
    asked_at timestamptz not null
  );`;
