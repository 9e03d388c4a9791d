import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residence register, requests of both chains, opinions, and the work list over the three. */
export class ResidenceTables1767226000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(register);
    await runner.query(requests);
    await runner.query(work);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view residence_work');
    await runner.query('drop table opinion, deregistration, registration, resident');
  }
}

const register = `
  create table resident (
    personal_identification_number text constraint pk_resident primary key
      constraint ck_resident_number check (personal_identification_number ~ '^[0-9]{12}$'),
    office text not null,
    commune_code text not null,
    name text not null,
    sex text not null,
    birth_date text not null,
    address text not null,
    household_head_name text not null,
    household_head_number text,
    relation text,
    registered_on date not null,
    notice_number text,
    dossier_code text,
    state text not null constraint ck_resident_state check (state in ('active', 'ended', 'renumbered')),
    ended_on date,
    ended_by text,
    events jsonb not null,
    constraint ck_resident_ended check ((state = 'ended') = (ended_on is not null))
  )`;

const requests = `
  create table registration (
    dossier_code text constraint pk_registration primary key,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_registration_state
      check (state in ('received', 'supplement-wanted', 'registered', 'refused', 'stopped')),
    due_at timestamptz not null,
    received_at timestamptz not null,
    since timestamptz not null,
    birth jsonb not null,
    request jsonb not null,
    previous_dossier_code text,
    receipt_number text,
    supplement jsonb,
    supplement_until date,
    papers jsonb not null,
    notice_number text,
    refusal jsonb,
    work_message_id text not null,
    history jsonb not null,
    constraint ck_registration_registered check ((state = 'registered') = (notice_number is not null)),
    constraint ck_registration_refused check ((state = 'refused') = (refusal is not null)),
    constraint ck_registration_supplement check ((state = 'supplement-wanted') = (supplement_until is not null))
  );
  create index ix_registration_work on registration (office, state, since, dossier_code);
  create index ix_registration_supplement_until on registration (supplement_until) where supplement_until is not null;
  create table deregistration (
    dossier_code text constraint pk_deregistration primary key,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_deregistration_state
      check (state in ('received', 'forwarded', 'deregistered', 'nothing-to-delete', 'stopped', 'revoked')),
    due_at timestamptz not null,
    received_at timestamptz not null,
    since timestamptz not null,
    death jsonb not null,
    province_code text,
    province_told_at timestamptz,
    ended_on date,
    notice_number text,
    work_message_id text not null,
    history jsonb not null,
    constraint ck_deregistration_forwarded check (state <> 'forwarded' or province_code is not null),
    constraint ck_deregistration_ended check (state <> 'deregistered' or ended_on is not null)
  );
  create index ix_deregistration_work on deregistration (office, state, since, dossier_code);
  create index ix_deregistration_revoked on deregistration (dossier_code)
    where state = 'revoked' and province_code is not null and province_told_at is null;
  create index ix_deregistration_forwarded on deregistration (since) where state = 'forwarded';
  create table opinion (
    key text constraint pk_opinion primary key,
    dossier_code text not null,
    sub_dossier_code text not null,
    office text not null,
    asked_by text not null,
    state text not null constraint ck_opinion_state check (state in ('asked', 'given')),
    due_at timestamptz not null,
    since timestamptz not null,
    question text not null,
    answer jsonb,
    work_message_id text not null,
    constraint ck_opinion_given check ((state = 'given') = (answer is not null))
  );
  create index ix_opinion_work on opinion (office, state, since, key)`;

const work = `
  create view residence_work as
    select dossier_code as key, office, since, 'request-received' as state from registration where state = 'received'
    union all
    select dossier_code, office, since, 'supplement-wanted' from registration where state = 'supplement-wanted'
    union all
    select dossier_code, office, since, 'death-received' from deregistration where state = 'received'
    union all
    select dossier_code, office, since, 'death-forwarded' from deregistration where state = 'forwarded'
    union all
    select key, office, since, 'opinion-asked' from opinion where state = 'asked'`;
