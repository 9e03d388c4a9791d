import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices that replace or withdraw others, items paid in parts, deferred or closed, overpayments, second officers. */
export class NoticeChanges1767661200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(items);
    await runner.query(notices);
    await runner.query(obligations);
    await runner.query(assessments);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(back);
  }
}

const items = `
  alter table payable_item
    add column kind text, add column due_date date, add column payments jsonb not null default '[]',
    add column paid_dong numeric(18,0) not null default 0, add column booked_dong numeric(18,0) not null default 0,
    add column carried_dong numeric(18,0) not null default 0, add column interest_of text,
    add column deferred boolean not null default false, add column closed_on date, add column closed_for text,
    add column replaced_by text, add column overdue_listed_on date, add column debt_noticed_on date,
    drop constraint ck_payable_item_state, drop constraint ck_payable_item_paid, drop constraint ck_payable_item_booked;
  update payable_item i set kind = n.kind, due_date = n.due_date from payment_notice n where n.number = i.notice_number;
  update payable_item set paid_dong = amount_dong, payments = jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
      'reference', reference, 'amountDong', amount_dong::text, 'paidOn', paid_on,
      'entryNumber', entry_number, 'bookedOn', booked_on)))
    where reference is not null;
  update payable_item set booked_dong = amount_dong where state = 'booked';
  alter table payable_item
    alter column kind set not null, alter column due_date set not null, alter column payments drop default,
    alter column paid_dong drop default, alter column booked_dong drop default, alter column carried_dong drop default,
    alter column deferred drop default,
    drop column reference, drop column paid_on, drop column entry_number, drop column booked_on,
    add constraint ck_payable_item_state check (state in ('unpaid', 'part-paid', 'paid', 'booked', 'deferred', 'closed')),
    add constraint ck_payable_item_kind check (kind in ('personal-income-tax', 'registration-fee')),
    add constraint ck_payable_item_money check
      (booked_dong >= 0 and booked_dong <= paid_dong and carried_dong >= 0 and carried_dong <= booked_dong),
    add constraint ck_payable_item_unpaid check (state <> 'unpaid' or paid_dong = carried_dong),
    add constraint ck_payable_item_part_paid check
      (state <> 'part-paid' or (paid_dong > carried_dong and paid_dong < amount_dong + carried_dong)),
    add constraint ck_payable_item_paid check
      (state <> 'paid' or (paid_dong >= amount_dong + carried_dong and booked_dong < amount_dong + carried_dong)),
    add constraint ck_payable_item_booked check (state <> 'booked' or booked_dong >= amount_dong + carried_dong),
    add constraint ck_payable_item_closed check ((state = 'closed') = (closed_on is not null));
  create index ix_payable_item_due on payable_item (due_date, payable_item_id) where state in ('unpaid', 'part-paid');
`;

const notices = `
  alter table payment_notice
    add column item_ids jsonb not null default '[]', add column revenue jsonb, add column amends jsonb,
    add column superseded_by text, add column withdrawal jsonb;
  update payment_notice n set
    item_ids = coalesce((select jsonb_agg(i.payable_item_id order by i.payable_item_id)
      from payable_item i where i.notice_number = n.number), '[]'),
    revenue = (select one from assessment a, jsonb_array_elements(a.revenues) one
      where a.dossier_code = n.dossier_code and a.slip_id = n.slip_id and one ->> 'kind' = n.kind);
  alter table payment_notice
    alter column item_ids drop default, drop constraint ck_payment_notice_due,
    add constraint ck_payment_notice_due check (due_date >= issued_on or amends is not null),
    add constraint ck_payment_notice_ended check (superseded_by is null or withdrawal is null);
`;

const obligations = `
  alter table obligation
    add column collection jsonb, add column notice_numbers jsonb not null default '[]', add column deferred jsonb not null default '[]', add column withdrawn_on date,
    drop constraint ck_obligation_settled, drop constraint ck_obligation_fulfilled;
  update obligation o set collection = a.collection from assessment a where a.dossier_code = o.dossier_code;
  update obligation set collection = '{}' where collection is null;
  update obligation o set notice_numbers = coalesce((select jsonb_agg(n.number order by n.number)
    from payment_notice n where n.dossier_code = o.dossier_code), '[]');
  alter table obligation
    alter column collection set not null, alter column notice_numbers drop default, alter column deferred drop default,
    add constraint ck_obligation_settled check
      (jsonb_array_length(settled) + jsonb_array_length(deferred) <= jsonb_array_length(item_ids)),
    add constraint ck_obligation_fulfilled check (fulfilled_on is not null or withdrawn_on is not null
      or jsonb_array_length(settled) + jsonb_array_length(deferred) < jsonb_array_length(item_ids));
  create table overpayment (
    overpayment_id text constraint pk_overpayment primary key,
    dossier_code text not null,
    office text not null,
    payable_item_id text not null,
    payer_number text not null,
    cause text not null constraint ck_overpayment_cause check (cause in ('paid-over', 'notice-lowered', 'notice-withdrawn')),
    reference text not null,
    entry_number text not null,
    amount_dong numeric(18,0) not null,
    overpaid_on date not null,
    booked_on date not null,
    recorded_at timestamptz not null,
    offset_dong numeric(18,0) not null,
    offsets jsonb not null,
    taken_back_on date,
    constraint ck_overpayment_amount check (amount_dong > 0 and offset_dong >= 0 and offset_dong <= amount_dong)
  );
  create index ix_overpayment_office on overpayment (office, recorded_at, overpayment_id);
  create index ix_overpayment_dossier on overpayment (dossier_code);
`;

const assessments = `
  alter table assessment
    add column claims jsonb, add column claimed_by text, add column confirm_for jsonb, add column confirmed_by text,
    drop constraint ck_assessment_state, drop constraint ck_assessment_computed,
    add constraint ck_assessment_state check (state in ('returned', 'to-confirm', 'assessed', 'issued', 'withdrawn')),
    add constraint ck_assessment_confirmation check
      (state <> 'to-confirm' or (confirm_for is not null and confirmed_by is null)),
    add constraint ck_assessment_computed check (state in ('returned', 'withdrawn') or
      (revenues is not null and collection is not null and intake_office is not null
       and notice_limit_on is not null and regime is not null and clock_started_on is not null));
`;

/** Only an installation in which nothing was amended, withdrawn, deferred or paid in parts can go back. */
const back = `
  drop table overpayment;
  alter table assessment
    drop constraint ck_assessment_confirmation, drop constraint ck_assessment_state, drop constraint ck_assessment_computed,
    drop column claims, drop column claimed_by, drop column confirm_for, drop column confirmed_by,
    add constraint ck_assessment_state check (state in ('returned', 'assessed', 'issued')),
    add constraint ck_assessment_computed check (state = 'returned' or
      (revenues is not null and collection is not null and intake_office is not null
       and notice_limit_on is not null and regime is not null and clock_started_on is not null));
  alter table obligation
    drop constraint ck_obligation_settled, drop constraint ck_obligation_fulfilled,
    drop column collection, drop column notice_numbers, drop column deferred, drop column withdrawn_on,
    add constraint ck_obligation_settled check (jsonb_array_length(settled) <= jsonb_array_length(item_ids)),
    add constraint ck_obligation_fulfilled check
      ((fulfilled_on is not null) = (jsonb_array_length(settled) = jsonb_array_length(item_ids)));
  alter table payment_notice
    drop constraint ck_payment_notice_ended, drop constraint ck_payment_notice_due,
    drop column item_ids, drop column revenue, drop column amends, drop column superseded_by, drop column withdrawal,
    add constraint ck_payment_notice_due check (due_date >= issued_on);
  drop index ix_payable_item_due;
  alter table payable_item
    drop constraint ck_payable_item_closed, drop constraint ck_payable_item_booked, drop constraint ck_payable_item_paid,
    drop constraint ck_payable_item_part_paid, drop constraint ck_payable_item_unpaid,
    drop constraint ck_payable_item_money, drop constraint ck_payable_item_kind, drop constraint ck_payable_item_state,
    add column reference text, add column paid_on date, add column entry_number text, add column booked_on date;
  update payable_item set reference = payments -> -1 ->> 'reference', paid_on = (payments -> -1 ->> 'paidOn')::date,
    entry_number = payments -> -1 ->> 'entryNumber', booked_on = (payments -> -1 ->> 'bookedOn')::date;
  alter table payable_item
    drop column kind, drop column due_date, drop column payments, drop column paid_dong, drop column booked_dong,
    drop column carried_dong, drop column interest_of, drop column deferred, drop column closed_on,
    drop column closed_for, drop column replaced_by, drop column overdue_listed_on, drop column debt_noticed_on,
    add constraint ck_payable_item_state check (state in ('unpaid', 'paid', 'booked')),
    add constraint ck_payable_item_paid check
      ((state = 'unpaid') = (reference is null) and (reference is null) = (paid_on is null)),
    add constraint ck_payable_item_booked check
      ((state = 'booked') = (entry_number is not null) and (entry_number is null) = (booked_on is null));
`;
