import { APP_ROLE_SETTING, droppableById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators need of parked messages, the record of their acts, gaps, and the window of duplicates. */
export class MessagingParking1767398400100 implements MigrationInterface {
  readonly name = 'MessagingParking1767398400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INBOX);
    await runner.query(PARKED);
    await runner.query(PARKED_ACT);
    await runner.query(GAP);
    await runner.query(droppableById('inbox', "outcome in ('stashed', 'parked')"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function drop_inbox_partitions');
    await runner.query('drop table gap, parked_act');
    await runner.query('drop function refuse_parked_act_change');
    await runner.query(`alter table parked drop column epoch, drop column holds_stream, drop column text_vi,
      drop column text_en, drop column arrived_as, drop column last_attempt_at`);
    await runner.query(`delete from inbox where outcome in ('discarded', 'voided')`);
    await runner.query(`alter table inbox drop column cause, drop constraint inbox_outcome_known,
      add constraint inbox_outcome_known check (outcome in ('handled', 'parked', 'stashed'))`);
  }
}

const INBOX = `
alter table inbox add column cause text, drop constraint inbox_outcome_known, add constraint inbox_outcome_known
  check (outcome in ('handled', 'parked', 'stashed', 'discarded', 'voided'));`;

/** `parked_at` is when it parked first, also when it was released in between; `detail` is for the log's readers only. */
const PARKED = `
alter table parked add column epoch integer, add column holds_stream boolean not null default false,
  add column text_vi text, add column text_en text, add column arrived_as text, add column last_attempt_at timestamptz;
update parked p set text_vi = p.cause, text_en = p.cause, arrived_as = '', last_attempt_at = p.parked_at,
  epoch = s.epoch, holds_stream = coalesce(s.blocked_by = p.id and s.last_in = p.seq, false)
from parked o left join stream_in s on s.key = o.stream where o.sender = p.sender and o.id = p.id;
alter table parked alter column text_vi set not null, alter column text_en set not null,
  alter column arrived_as set not null, alter column last_attempt_at set not null;
create index parked_by_time on parked (parked_at, sender, id);`;

const PARKED_ACT = `
create table parked_act (
  ord bigint generated always as identity constraint parked_act_pkey primary key,
  act text not null constraint parked_act_known check (act in ('release', 'discard', 'void')),
  sender text not null,
  id text not null,
  stream text,
  epoch integer,
  seq bigint,
  cause text not null,
  attempts integer not null,
  first_parked_at timestamptz not null,
  person text not null,
  office text not null,
  reason text,
  at timestamptz not null,
  constraint parked_act_discard_reasoned check (act <> 'discard' or coalesce(length(reason) between 10 and 500, false))
);
create index parked_act_of_message on parked_act (sender, id);
create function refuse_parked_act_change() returns trigger language plpgsql as $body$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $body$;
create trigger parked_act_insert_only before update or delete on parked_act
  for each row execute function refuse_parked_act_change();
do $body$ begin
  if current_setting('${APP_ROLE_SETTING}', true) <> '' then
    execute format('revoke update, delete, truncate on parked_act from %I', current_setting('${APP_ROLE_SETTING}'));
  end if;
end $body$;`;

/** Missing delivery numbers behind which messages wait; rows are claimed by moving `asked_at`. */
const GAP = `
create table gap (
  stream text not null,
  epoch integer not null,
  missing_from bigint not null,
  missing_to bigint not null,
  since timestamptz not null,
  asked_at timestamptz,
  alarmed_at timestamptz,
  constraint gap_pkey primary key (stream, epoch),
  constraint gap_has_numbers check (missing_from <= missing_to)
);`;
