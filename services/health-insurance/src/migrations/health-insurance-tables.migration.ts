import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers of cards and insured persons, requests of both chains, funeral allowances, and the work list. */
export class HealthInsuranceTables1767226000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(registers);
    await runner.query(requests);
    await runner.query(allowances);
    await runner.query(work);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view insurance_work');
    await runner.query(
      'drop table allowance_question, funeral_allowance, benefits_stop, card_request, insured_person, health_card',
    );
  }
}

const registers = `
  create table health_card (
    personal_identification_number text constraint pk_health_card primary key
      constraint ck_health_card_person check (personal_identification_number ~ '^[0-9]{12}$'),
    card_number text not null
      constraint ck_health_card_number check (card_number ~ '^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$'),
    office text not null,
    name text not null,
    sex text not null,
    birth_date text not null,
    card_group text not null,
    issued_on date not null,
    valid_from date not null,
    valid_to date not null,
    state text not null constraint ck_health_card_state check (state in ('active', 'stopped', 'renumbered')),
    stopped_by text,
    dossier_code text,
    events jsonb not null,
    constraint ck_health_card_stopped check ((state = 'stopped') = (stopped_by is not null))
  );
  create unique index uq_health_card_number on health_card (card_number) where state <> 'renumbered';
  create table insured_person (
    personal_identification_number text constraint pk_insured_person primary key
      constraint ck_insured_person_number check (personal_identification_number ~ '^[0-9]{12}$'),
    office text not null,
    name text not null,
    pension text not null constraint ck_insured_person_pension check (pension in ('none', 'paid', 'stopped')),
    stopped_by text,
    funeral_allowance boolean not null,
    constraint ck_insured_person_stopped check ((pension = 'stopped') = (stopped_by is not null))
  )`;

const requests = `
  create table card_request (
    dossier_code text constraint pk_card_request primary key,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_card_request_state
      check (state in ('received', 'supplement-wanted', 'issued', 'refused', 'stopped')),
    due_at timestamptz not null,
    received_at timestamptz not null,
    since timestamptz not null,
    birth jsonb not null,
    request jsonb not null,
    receipt_number text,
    supplement jsonb,
    supplement_until date,
    papers jsonb not null,
    card_number text,
    refusal jsonb,
    work_message_id text not null,
    history jsonb not null,
    constraint ck_card_request_issued check ((state = 'issued') = (card_number is not null)),
    constraint ck_card_request_refused check ((state = 'refused') = (refusal is not null)),
    constraint ck_card_request_supplement check ((state = 'supplement-wanted') = (supplement_until is not null))
  );
  create index ix_card_request_work on card_request (office, state, since, dossier_code);
  create index ix_card_request_supplement_until on card_request (supplement_until) where supplement_until is not null;
  create table benefits_stop (
    dossier_code text constraint pk_benefits_stop primary key,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_benefits_stop_state
      check (state in ('received', 'benefits-stopped', 'branch-stopped', 'revoked')),
    due_at timestamptz not null,
    since timestamptz not null,
    death jsonb not null,
    decision_number text,
    work_message_id text not null,
    history jsonb not null,
    constraint ck_benefits_stop_decided check (state <> 'benefits-stopped' or decision_number is not null)
  );
  create index ix_benefits_stop_work on benefits_stop (office, state, since, dossier_code)`;

const allowances = `
  create table funeral_allowance (
    personal_identification_number text constraint pk_funeral_allowance primary key
      constraint ck_funeral_allowance_person check (personal_identification_number ~ '^[0-9]{12}$'),
    office text not null,
    amount_dong numeric(18,0) not null constraint ck_funeral_allowance_amount check (amount_dong > 0),
    paid_on date not null,
    decision_number text not null,
    state text not null constraint ck_funeral_allowance_state check (state in ('paid', 'recovery', 'recovered')),
    paid_by text not null
  );
  create table allowance_question (
    dossier_code text constraint pk_allowance_question primary key,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_allowance_question_state check (state in ('asked', 'told', 'revoked')),
    since timestamptz not null,
    personal_identification_number text not null,
    died_on date not null,
    work_message_id text not null
  );
  create index ix_allowance_question_work on allowance_question (office, state, since, dossier_code);
  create index ix_allowance_question_person on allowance_question (personal_identification_number)`;

const work = `
  create view insurance_work as
    select dossier_code as key, office, since, 'request-received' as state from card_request where state = 'received'
    union all
    select dossier_code, office, since, 'supplement-wanted' from card_request where state = 'supplement-wanted'
    union all
    select dossier_code, office, since, 'death-received' from benefits_stop where state = 'received'
    union all
    select dossier_code, office, since, 'allowance-asked' from allowance_question where state = 'asked'
    union all
    select personal_identification_number, office, paid_on::timestamptz, 'allowance-recovery'
      from funeral_allowance where state = 'recovery'`;
