import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table booking_adjustment (
    id text constraint pk_booking_adjustment primary key,
    reference text not null,
    office text not null,
    kind text not null constraint ck_booking_adjustment_kind check (kind in ('reversed', 'corrected')),
    state text not null constraint ck_booking_adjustment_state check (state in ('proposed', 'confirmed', 'dropped')),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    wanted jsonb not null,
    investigation_id text,
    decided_by text,
    decided_at timestamptz,
    entry_number text,
    booked_on date,
    lines_before jsonb,
    lines jsonb,
    constraint ck_booking_adjustment_two_persons check (decided_by is distinct from proposed_by or state = 'dropped'),
    constraint ck_booking_adjustment_decided check ((state = 'proposed') = (decided_by is null)),
    constraint ck_booking_adjustment_entry check ((state = 'confirmed') = (entry_number is not null))
  );
  create index ix_booking_adjustment_office_state on booking_adjustment (office, state, proposed_at);
  create index ix_booking_adjustment_reference on booking_adjustment (reference);
  create table payment_investigation (
    id text constraint pk_payment_investigation primary key,
    reference text not null,
    office text not null,
    opened_by text not null constraint ck_payment_investigation_opened_by check (opened_by in ('treasury', 'tax')),
    opened_on date not null,
    opened_at timestamptz not null,
    faults jsonb not null,
    tax_office text not null,
    request_by date not null,
    answer_by date not null,
    state text not null constraint ck_payment_investigation_state check (state in ('open', 'requested', 'answered')),
    request jsonb,
    answer jsonb,
    constraint ck_payment_investigation_requested check ((state = 'open') <= (request is null)),
    constraint ck_payment_investigation_answered check ((state = 'answered') = (answer is not null))
  );
  create index ix_payment_investigation_office_state on payment_investigation (office, state, opened_at);
  create index ix_payment_investigation_reference on payment_investigation (reference);
  create table ledger_entry (
    key text constraint pk_ledger_entry primary key,
    office text not null,
    entry_number text not null,
    kind text not null constraint ck_ledger_entry_kind check (kind in ('booking', 'reversal', 'correction')),
    reference text not null,
    payable_item_id text not null,
    tax_office_code text not null,
    account text not null,
    budget_chapter text not null,
    budget_sub_item text not null,
    amount_dong numeric(18,0) not null constraint ck_ledger_entry_amount check (amount_dong <> 0),
    debit_date date not null,
    booked_on date not null,
    budget_year integer not null,
    constraint ck_ledger_entry_sign check (kind = 'correction' or (kind = 'booking') = (amount_dong > 0))
  );
  create index ix_ledger_entry_day on ledger_entry (office, booked_on, key);
  create index ix_ledger_entry_reference on ledger_entry (reference);
  create table treasury_day (
    key text constraint pk_treasury_day primary key,
    office text not null,
    date date not null,
    state text not null constraint ck_treasury_day_state check (state in ('open', 'closing', 'closed')),
    acts jsonb not null constraint ck_treasury_day_acts check (jsonb_array_length(acts) > 0)
  );
  create table day_reconciliation (
    key text constraint pk_day_reconciliation primary key,
    office text not null,
    told_by text not null constraint ck_day_reconciliation_told_by check (told_by in ('collecting-bank', 'tax')),
    side text not null,
    date date not null,
    run integer not null,
    parts integer not null,
    received_parts jsonb not null,
    count integer not null,
    total_dong numeric(18,0) not null,
    told jsonb not null,
    state text not null constraint ck_day_reconciliation_state check (state in ('waiting', 'matched', 'differs')),
    comparison jsonb,
    constraint ck_day_reconciliation_compared check ((state = 'waiting') = (comparison is null))
  );
  create index ix_day_reconciliation_day on day_reconciliation (office, date);`;

/** The lines of what was booked before stand in the books as they would have been entered. */
const BACKFILL = `
  insert into ledger_entry
  select b.office || '|' || b.entry_number || '|' || lpad(l.place::text, 3, '0'), b.office, b.entry_number, 'booking', b.reference,
         l.line->>'payableItemId', coalesce(a.lines->(l.place::int - 1)->'item'->>'taxOfficeCode', ''), b.account,
         l.line->>'budgetChapter', l.line->>'budgetSubItem', (l.line->>'amountDong')::numeric, b.debit_date, b.booked_on,
         extract(year from b.booked_on)::int
    from booking b join credit_advice a using (reference)
    cross join lateral jsonb_array_elements(b.lines) with ordinality as l(line, place);`;

/** What happens around a booking: suspense, investigation, adjustment, books, days, reconciliation. */
export class TreasuryMoneyFacts1767661300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table credit_advice add column tax_office_code text, add column payer_number text,
        add column investigation_id text, add column choice jsonb;
      create index ix_credit_advice_day on credit_advice (office, debit_date, bank_code);
      create index ix_credit_advice_payer on credit_advice (payer_number) where payer_number is not null;
      alter table payable_item add column more_references jsonb not null default '[]';
      alter table payable_item alter column more_references drop default;
      create index ix_payable_item_payer on payable_item (payer_number, payable_item_id);
      alter table booking add column open_adjustment_id text, add column adjusted_by text,
        add column is_reversed boolean not null default false, add column current_lines jsonb;
      alter table booking alter column is_reversed drop default;
      create index ix_booking_day on booking (office, booked_on, entry_number);
      ${TABLES}
      ${BACKFILL}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table day_reconciliation; drop table treasury_day; drop table ledger_entry; drop table payment_investigation;
      drop table booking_adjustment;
      drop index ix_booking_day;
      alter table booking drop column open_adjustment_id, drop column adjusted_by, drop column is_reversed, drop column current_lines;
      drop index ix_payable_item_payer;
      alter table payable_item drop column more_references;
      alter table credit_advice drop column tax_office_code, drop column payer_number, drop column investigation_id, drop column choice;`);
  }
}
