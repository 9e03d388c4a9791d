import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that are answered later, vouchers from the counter, transfers, reconciliations. */
export class BankCounterAndOrders1767661300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payable_item add column ordered_by text,
        add column paid_dong numeric(18,0) not null default 0 constraint ck_payable_item_paid_dong check (paid_dong >= 0);
      update payable_item set paid_dong = amount_dong where state = 'paid';
      alter table payable_item alter column paid_dong drop default;
      alter table voucher
        add column channel text not null default 'electronic' constraint ck_voucher_channel check (channel in ('electronic', 'paper', 'cash')),
        add column document_number text, add column transfer_by timestamptz, add column transferred_at timestamptz,
        add column cause_id text, add column reversed_on date;
      update voucher set transfer_by = debited_at, transferred_at = debited_at;
      alter table voucher alter column channel drop default, alter column transfer_by set not null;
      create index ix_voucher_day on voucher (treasury_code, debit_date, reference);
      create index ix_voucher_transfer on voucher (office, transfer_by) where transferred_at is null;
      create index ix_voucher_payer on voucher (payer_number, reference);
      create index ix_voucher_lines on voucher using gin (lines jsonb_path_ops);
      create table payment_order (
        reference text constraint pk_payment_order primary key,
        office text not null,
        ordered_by text not null,
        order_number text not null,
        payable_item_ids jsonb not null,
        payer jsonb not null,
        received_at timestamptz not null,
        answer_by timestamptz not null,
        state text not null constraint ck_payment_order_state check (state in ('pending', 'done', 'failed')),
        answered_at timestamptz,
        reason text,
        constraint ck_payment_order_answered check ((state = 'pending') = (answered_at is null)),
        constraint ck_payment_order_failed check ((state = 'failed') = (reason is not null)),
        constraint uq_payment_order_number unique (ordered_by, order_number)
      );
      create table day_reconciliation (
        key text constraint pk_day_reconciliation primary key,
        office text not null,
        answer jsonb not null
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table day_reconciliation; drop table payment_order;
      drop index ix_voucher_lines; drop index ix_voucher_payer; drop index ix_voucher_transfer; drop index ix_voucher_day;
      alter table voucher drop column channel, drop column document_number, drop column transfer_by, drop column transferred_at,
        drop column cause_id, drop column reversed_on;
      alter table payable_item drop column ordered_by, drop column paid_dong;`);
  }
}
