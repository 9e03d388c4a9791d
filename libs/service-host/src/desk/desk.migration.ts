import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The desks of an agency: where each row stands and who has claimed it, by what it is found, what changed it, who looked
 * persons up. The last two are only ever added to, for the service's role and for everybody.
 */
export class DeskTables1767661600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(standing);
    await runner.query(histories);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk_read, desk_change, desk_caught_up, desk_term, desk_entry');
    await runner.query('drop function refuse_desk_rewriting');
  }
}

const standing = `
  create table desk_entry (
    id text constraint pk_desk_entry primary key,
    kind text not null,
    key text not null,
    subject text not null,
    dossier_code text,
    office text not null,
    state text not null,
    version integer not null,
    changed_at timestamptz not null,
    changed_by text not null,
    step text,
    since timestamptz,
    due_at timestamptz not null,
    claimed_by text,
    claimed_name text,
    claimed_at timestamptz,
    constraint ck_desk_entry_version check (version >= 1),
    constraint ck_desk_entry_since check ((step is null) = (since is null)),
    constraint ck_desk_entry_claimed check (num_nulls(claimed_by, claimed_name, claimed_at) in (0, 3)),
    constraint ck_desk_entry_claim check (step is not null or claimed_by is null)
  );
  create index ix_desk_entry_office on desk_entry (office, due_at, since, id) where step is not null;
  create index ix_desk_entry_step on desk_entry (office, step, due_at, since, id) where step is not null;
  create table desk_term (
    id text constraint pk_desk_term primary key,
    kind text not null,
    key text not null,
    subject text not null,
    dossier_code text,
    office text not null,
    terms text[] not null
  );
  create index ix_desk_term_terms on desk_term using gin (terms);
  create table desk_caught_up (
    kind text constraint pk_desk_caught_up primary key,
    at timestamptz not null
  );`;

const histories = `
  create table desk_change (
    number bigint generated always as identity constraint pk_desk_change primary key,
    subject text not null,
    kind text not null,
    key text not null,
    office text not null,
    before text,
    state text not null,
    fields text[] not null,
    by text not null,
    at timestamptz not null,
    message_id text,
    reason text,
    rules text[] not null
  );
  create index ix_desk_change_subject on desk_change (subject, number);
  create table desk_read (
    number bigint generated always as identity constraint pk_desk_read primary key,
    by text not null,
    office text not null,
    at timestamptz not null,
    looked_for text not null,
    found text[] not null
  );
  create function refuse_desk_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger desk_change_is_final before update or delete or truncate on desk_change
    for each statement execute function refuse_desk_rewriting();
  create trigger desk_read_is_final before update or delete or truncate on desk_read
    for each statement execute function refuse_desk_rewriting();
  do $body$ begin
    if current_setting('${APP_ROLE_SETTING}', true) <> '' then
      execute format('revoke update, delete, truncate on desk_change, desk_read from %I',
        current_setting('${APP_ROLE_SETTING}'));
    end if;
  end $body$;`;
