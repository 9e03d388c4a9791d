import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Price table, slips, assessments, notices, payable items, obligations, number series. */
export class TaxTables1767226000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(assessmentTables);
    await runner.query(obligationTables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table obligation; drop table payable_item; drop table payment_notice; drop table number_series;
      drop table assessment; drop table transfer_slip; drop table land_price;
    `);
  }
}

const assessmentTables = `
  create table land_price (
    place text constraint pk_land_price primary key,
    commune_code text not null,
    purpose text not null,
    position text not null,
    rows jsonb not null constraint ck_land_price_rows check (jsonb_array_length(rows) > 0)
  );
  create table transfer_slip (
    slip_id text constraint pk_transfer_slip primary key,
    dossier_code text not null,
    office text not null,
    land_office text not null,
    message_id text not null,
    received_at timestamptz not null,
    outcome text not null constraint ck_transfer_slip_outcome check (outcome in ('received', 'returned')),
    faults jsonb not null,
    content jsonb not null
  );
  create table assessment (
    dossier_code text constraint pk_assessment primary key,
    office text not null,
    land_office text not null,
    slip_id text not null,
    slip_number text not null,
    slip_message_id text not null,
    submission integer not null,
    received_at timestamptz not null,
    state text not null constraint ck_assessment_state check (state in ('returned', 'assessed', 'issued')),
    faults jsonb,
    intake_office text,
    notice_limit_on date,
    collection jsonb,
    revenues jsonb,
    issued_at timestamptz,
    issued_by text,
    constraint ck_assessment_returned check ((state = 'returned') = (faults is not null)),
    constraint ck_assessment_computed check (state = 'returned' or
      (revenues is not null and collection is not null and intake_office is not null and notice_limit_on is not null)),
    constraint ck_assessment_issued check ((state = 'issued') = (issued_at is not null and issued_by is not null))
  );
  create index ix_assessment_office_state on assessment (office, state, received_at);
  create table number_series (
    name text constraint pk_number_series primary key,
    last_number bigint not null constraint ck_number_series_last check (last_number > 0)
  );
  create table payment_notice (
    number text constraint pk_payment_notice primary key,
    dossier_code text not null,
    slip_id text not null,
    form text not null,
    kind text not null constraint ck_payment_notice_kind check (kind in ('personal-income-tax', 'registration-fee')),
    issued_on date not null,
    due_date date not null,
    base_dong numeric(18,0) not null constraint ck_payment_notice_base check (base_dong > 0),
    constraint ck_payment_notice_due check (due_date >= issued_on)
  );
  create index ix_payment_notice_dossier on payment_notice (dossier_code);
`;

const obligationTables = `
  create table payable_item (
    payable_item_id text constraint pk_payable_item primary key,
    dossier_code text not null,
    office text not null,
    notice_number text not null,
    payer text not null,
    payer_number text not null,
    payer_name text not null,
    share text not null,
    amount_dong numeric(18,0) not null constraint ck_payable_item_amount check (amount_dong > 0),
    budget_sub_item text not null,
    budget_chapter text not null,
    state text not null constraint ck_payable_item_state check (state in ('unpaid', 'paid', 'booked')),
    reference text,
    paid_on date,
    entry_number text,
    booked_on date,
    conflicts jsonb not null,
    constraint ck_payable_item_paid check
      ((state = 'unpaid') = (reference is null) and (reference is null) = (paid_on is null)),
    constraint ck_payable_item_booked check
      ((state = 'booked') = (entry_number is not null) and (entry_number is null) = (booked_on is null))
  );
  create index ix_payable_item_dossier on payable_item (dossier_code);
  create table obligation (
    dossier_code text constraint pk_obligation primary key,
    office text not null,
    land_office text not null,
    intake_office text not null,
    item_ids jsonb not null,
    settled jsonb not null,
    fulfilled_on date,
    constraint ck_obligation_settled check (jsonb_array_length(settled) <= jsonb_array_length(item_ids)),
    constraint ck_obligation_fulfilled check
      ((fulfilled_on is not null) = (jsonb_array_length(settled) = jsonb_array_length(item_ids)))
  );
`;
