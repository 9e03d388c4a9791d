import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers, their history, and the counters of their codes. */
export class IntakeTables1767226000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dossiers);
    await runner.query(history);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dossier_counter, dossier_change, dossier');
    await runner.query('drop function refuse_rewriting');
  }
}

const dossiers = `
  create table dossier (
    code text constraint pk_dossier primary key,
    office text not null,
    procedure text not null,
    rule_version text not null,
    state smallint not null constraint ck_dossier_state check (state between 1 and 10),
    states jsonb not null,
    content jsonb not null,
    accepted_by text not null,
    accepted_at timestamptz not null,
    appointment_at timestamptz not null,
    land_office text,
    receipt_number text,
    results jsonb not null,
    fulfilled_on date,
    outcome jsonb,
    receiver_name text,
    changes integer not null,
    work_message_id uuid,
    since timestamptz not null,
    constraint ck_dossier_states check (jsonb_typeof(states) = 'array' and (states -> -1)::integer = state),
    constraint ck_dossier_appointment check (appointment_at >= accepted_at),
    constraint ck_dossier_forwarded check (state <> 4 or land_office is not null),
    constraint ck_dossier_result check (state not in (9, 10) or outcome -> 'certificate' is not null),
    constraint ck_dossier_stopped check (outcome ->> 'kind' is distinct from 'rejected' or
      (outcome ->> 'reason' is not null and outcome ->> 'documentNumber' is not null))
  );
  create index ix_dossier_work on dossier (office, state, since, code);
  create index ix_dossier_office on dossier (office, code);
  create table dossier_counter (
    key text constraint pk_dossier_counter primary key,
    last integer not null constraint ck_dossier_counter_last check (last >= 1)
  );`;

const history = `
  create table dossier_change (
    key text constraint pk_dossier_change primary key,
    dossier_code text not null,
    number integer not null constraint ck_dossier_change_number check (number >= 1),
    kind text not null constraint ck_dossier_change_kind check (kind in ('state', 'progress')),
    state smallint not null constraint ck_dossier_change_state check (state between 1 and 10),
    at timestamptz not null,
    by text not null,
    message_id uuid,
    rule_version text not null,
    reason text,
    constraint uq_dossier_change_number unique (dossier_code, number)
  );
  create function refuse_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger dossier_change_is_final before update or delete on dossier_change
    for each row execute function refuse_rewriting();`;
