import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payable items that the tax office has closed are paid no more; payers ask what they owe (M31). */
export class BankClosedItems1767661200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payable_item add column closed_on date, drop constraint ck_payable_item_state,
        add constraint ck_payable_item_state check (state in ('unpaid', 'paid', 'closed')),
        add constraint ck_payable_item_closed check (state <> 'closed' or closed_on is not null);
      create table debt_query (
        query_id text constraint pk_debt_query primary key,
        office text not null,
        tax_office text not null,
        asked_by text not null,
        asked_at timestamptz not null,
        answered_at timestamptz,
        rows jsonb,
        constraint ck_debt_query_answered check ((answered_at is null) = (rows is null))
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table debt_query;
      alter table payable_item drop constraint ck_payable_item_closed, drop column closed_on,
        drop constraint ck_payable_item_state,
        add constraint ck_payable_item_state check (state in ('unpaid', 'paid'));`);
  }
}
