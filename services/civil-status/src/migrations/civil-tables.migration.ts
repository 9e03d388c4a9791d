import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Chains, registers with their books, claims, numbers, tasks; and the stand-in for the population database. */
export class CivilTables1767226000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(chains);
    await runner.query(registers);
    await runner.query(numbers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop sequence population_answer');
    await runner.query('drop table population_number, number_allocation, notice_series, register_year, register_book');
    await runner.query('drop table register_entry, act_claim, desk_task, civil_chain');
    await runner.query('drop function refuse_moving');
  }
}

const chains = `
  create table civil_chain (
    dossier_code text constraint pk_civil_chain primary key,
    kind text not null,
    office text not null,
    status text not null constraint ck_civil_chain_status check (status in (
      'received', 'registering', 'drafted', 'running', 'concluded', 'handed-over', 'stopped', 'refused')),
    intake_office text not null,
    received_at timestamptz not null,
    appointment_at timestamptz not null,
    birth jsonb,
    death jsonb,
    person_key text not null,
    instance jsonb not null,
    branches jsonb not null,
    flags jsonb not null,
    checked_by text,
    personal_number text,
    birth_record jsonb,
    death_record jsonb,
    outcome text,
    reason text,
    document_number text constraint uq_civil_chain_document_number unique,
    first_dossier_code text,
    note text,
    history jsonb not null,
    work_message_id uuid not null,
    since timestamptz not null,
    constraint ck_civil_chain_kind
      check ((kind = 'birth') = (birth is not null) and (kind = 'death') = (death is not null)),
    constraint ck_civil_chain_registered
      check (status not in ('running', 'concluded', 'handed-over') or coalesce(birth_record, death_record) is not null)
  );
  create index ix_civil_chain_work on civil_chain (office, status, since, dossier_code);
  create table desk_task (
    id uuid constraint pk_desk_task primary key,
    kind text not null constraint ck_desk_task_kind check (kind in ('late', 'officer-task', 'alarm')),
    office text not null,
    dossier_code text not null,
    branch text,
    text text not null,
    since timestamptz not null,
    closed_at timestamptz,
    closed_by text
  );
  create index ix_desk_task_open on desk_task (office, kind, since, id) where closed_at is null;`;

const registers = `
  create table act_claim (
    key text constraint pk_act_claim primary key,
    dossier_code text
  );
  create table register_entry (
    dossier_code text constraint pk_register_entry primary key,
    kind text not null constraint ck_register_entry_kind check (kind in ('birth', 'death')),
    office text not null,
    registration_number text not null,
    book text not null,
    page integer not null,
    personal_number text,
    signed_by text not null,
    signer_name text,
    birth jsonb,
    death jsonb,
    notes jsonb not null,
    constraint uq_register_entry_place unique (kind, office, book, page),
    constraint uq_register_entry_number unique (kind, office, registration_number),
    constraint ck_register_entry_record
      check ((kind = 'birth') = (birth is not null) and (kind = 'death') = (death is not null)),
    constraint ck_register_entry_personal_number check (kind = 'death' or personal_number is not null)
  );
  create unique index ux_register_entry_personal_number on register_entry (personal_number) where kind = 'birth';
  create function refuse_moving() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      raise exception 'an entry of a register is never removed' using errcode = 'integrity_constraint_violation';
    end if;
    if (old.kind, old.office, old.registration_number, old.book, old.page, old.signed_by)
        is distinct from (new.kind, new.office, new.registration_number, new.book, new.page, new.signed_by) then
      raise exception 'the place of an entry never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create trigger register_entry_keeps_its_place before update or delete on register_entry
    for each row execute function refuse_moving();
  create table register_book (
    key text constraint pk_register_book primary key,
    office text not null,
    kind text not null constraint ck_register_book_kind check (kind in ('birth', 'death')),
    year integer not null,
    ordinal integer not null,
    opened_on date not null,
    closed_on date,
    last_page integer not null constraint ck_register_book_last_page check (last_page >= 0)
  );
  create table register_year (
    key text constraint pk_register_year primary key,
    office text not null,
    kind text not null,
    year integer not null,
    last_number integer not null constraint ck_register_year_last_number check (last_number >= 1),
    current_ordinal integer not null
  );
  create table notice_series (
    key text constraint pk_notice_series primary key,
    last integer not null constraint ck_notice_series_last check (last >= 1)
  );`;

const numbers = `
  create table number_allocation (
    dossier_code text constraint pk_number_allocation primary key,
    person jsonb not null,
    wanted jsonb not null,
    attempts integer not null,
    number text constraint uq_number_allocation_number unique,
    unused jsonb not null,
    reported jsonb not null,
    refused_for text,
    problem text,
    constraint ck_number_allocation_one check (number is null or refused_for is null)
  );
  create table population_number (
    number text constraint pk_population_number primary key,
    dossier_code text not null,
    office text not null,
    child_key text not null,
    person_key text,
    shown_at timestamptz not null,
    unused boolean not null
  );
  create index ix_population_number_dossier on population_number (dossier_code);
  create index ix_population_number_child on population_number (child_key);
  create index ix_population_number_person on population_number (person_key) where person_key is not null;
  create sequence population_answer;`;
