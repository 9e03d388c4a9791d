import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings that were taken back (F16), payment investigations (M46), daily reconciliations (M47). */
export class TaxMoneyFacts1767661300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payable_item add column reversals jsonb not null default '[]';
      alter table payable_item alter column reversals drop default;
      create table payment_investigation (
        id text constraint pk_payment_investigation primary key,
        reference text not null,
        office text not null,
        treasury_office text not null,
        opened_by text not null constraint ck_payment_investigation_opened_by check (opened_by in ('treasury', 'tax')),
        opened_on date not null,
        faults jsonb not null,
        request_by date not null,
        answer_by date not null,
        state text not null constraint ck_payment_investigation_state check (state in ('open', 'requested', 'answered')),
        cause_id text,
        asked jsonb,
        outcome text,
        reason text,
        answered_on date,
        constraint ck_payment_investigation_asked check ((state = 'open') <= (asked is null)),
        constraint ck_payment_investigation_answered check ((state = 'answered') = (outcome is not null))
      );
      create index ix_payment_investigation_open on payment_investigation (office, state, request_by, id);
      create table day_reconciliation (
        key text constraint pk_day_reconciliation primary key,
        office text not null,
        answer jsonb not null
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table day_reconciliation; drop table payment_investigation; alter table payable_item drop column reversals;`);
  }
}
