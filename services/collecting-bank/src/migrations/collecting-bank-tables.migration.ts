import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payable items, vouchers, numbers of vouchers. */
export class CollectingBankTables1767226000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payable_item (
        payable_item_id text constraint pk_payable_item primary key,
        office text not null,
        message_id text not null,
        published_at timestamptz not null,
        notice_number text not null,
        payer_number text not null,
        amount_dong numeric(18,0) not null constraint ck_payable_item_amount check (amount_dong > 0),
        due_date date not null,
        budget_sub_item text not null,
        budget_chapter text not null,
        tax_office_code text not null,
        treasury_code text not null,
        area_code text not null,
        state text not null constraint ck_payable_item_state check (state in ('unpaid', 'paid')),
        reference text,
        constraint ck_payable_item_paid check ((state = 'paid') = (reference is not null))
      );
      create index ix_payable_item_office_state on payable_item (office, state, published_at);
      create table voucher (
        reference text constraint pk_voucher primary key
          constraint ck_voucher_reference check (reference ~ '^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$'),
        office text not null,
        payer_number text not null,
        payer_name text,
        debit_date date not null,
        debited_at timestamptz not null,
        total_dong numeric(18,0) not null constraint ck_voucher_total check (total_dong > 0),
        lines jsonb not null constraint ck_voucher_lines check (jsonb_array_length(lines) > 0),
        tax_office_code text not null,
        treasury_code text not null,
        made_by text not null
      );
      create table voucher_series (
        name text constraint pk_voucher_series primary key,
        last_number bigint not null constraint ck_voucher_series_last check (last_number > 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table voucher_series; drop table voucher; drop table payable_item;');
  }
}
