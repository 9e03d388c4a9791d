import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payable items, credit advices, bookings, numbers of entries. */
export class TreasuryTables1767226000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payable_item (
        payable_item_id text constraint pk_payable_item primary key,
        state text not null constraint ck_payable_item_state check (state in ('awaited', 'published')),
        reference text,
        message_id text,
        notice_number text,
        payer_number text,
        amount_dong numeric(18,0) constraint ck_payable_item_amount check (amount_dong > 0),
        budget_sub_item text,
        budget_chapter text,
        tax_office_code text,
        treasury_code text,
        area_code text,
        constraint ck_payable_item_awaited check (state = 'published' or reference is not null),
        constraint ck_payable_item_published check ((state = 'published') = (num_nulls(message_id, notice_number,
          payer_number, amount_dong, budget_sub_item, budget_chapter, tax_office_code, treasury_code, area_code) = 0))
      );
      create table credit_advice (
        reference text constraint pk_credit_advice primary key,
        office text not null,
        message_id text not null,
        received_at timestamptz not null,
        advised_at timestamptz not null,
        debit_date date not null,
        total_dong numeric(18,0) not null constraint ck_credit_advice_total check (total_dong > 0),
        bank_code text not null,
        treasury_code text not null,
        lines jsonb not null,
        state text not null constraint ck_credit_advice_state
          check (state in ('awaiting-items', 'ready', 'suspense', 'booked')),
        reasons jsonb not null,
        conflicts jsonb not null,
        constraint ck_credit_advice_suspense check ((state = 'suspense') = (jsonb_array_length(reasons) > 0))
      );
      create index ix_credit_advice_office_state on credit_advice (office, state, received_at);
      create table booking (
        reference text constraint pk_booking primary key,
        confirmation_id text not null constraint uq_booking_confirmation unique,
        entry_number text not null,
        office text not null,
        treasury_code text not null,
        account text not null,
        total_dong numeric(18,0) not null constraint ck_booking_total check (total_dong > 0),
        debit_date date not null,
        booked_on date not null,
        lines jsonb not null,
        booked_by text not null,
        constraint uq_booking_entry unique (treasury_code, entry_number)
      );
      create table entry_series (
        name text constraint pk_entry_series primary key,
        last_number bigint not null constraint ck_entry_series_last check (last_number > 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table entry_series; drop table booking; drop table credit_advice; drop table payable_item;',
    );
  }
}
