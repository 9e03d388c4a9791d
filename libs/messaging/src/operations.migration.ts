import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators need: rejected rows are counted by an index, and a restored database begins a new epoch of its numbers. */
export class Operations1767398450000 implements MigrationInterface {
  readonly name = 'Operations1767398450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index outbox_rejected on outbox (rejected_at) where rejected_at is not null');
    await runner.query(EPOCHS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function begin_new_epoch; drop table outgoing_epoch; drop index outbox_rejected');
  }
}

/**
 * Numbers given after the backup are known to the bus and gone here, so all streams go on in an epoch that was never used:
 * the seconds since 2020, which also a second restore to an earlier backup cannot meet again. What is open keeps its number
 * and goes out first: the bus knows it, or takes it before the epoch changes.
 */
const EPOCHS = `
create table outgoing_epoch (
  epoch integer constraint outgoing_epoch_pkey primary key,
  begun_at timestamptz not null default now(),
  reason text not null constraint outgoing_epoch_reason_given check (reason <> '')
);
insert into outgoing_epoch (epoch, reason) values (1, 'first start');

create function begin_new_epoch(why text) returns integer language plpgsql as $body$
declare fresh integer;
begin
  lock table stream_out in share row exclusive mode;
  select greatest(max(known.epoch) + 1, extract(epoch from clock_timestamp() - timestamptz '2020-01-01 00:00:00Z')::integer)
    into fresh from (select epoch from outgoing_epoch union all select epoch from stream_out) known;
  insert into outgoing_epoch (epoch, reason) values (fresh, why);
  update stream_out set epoch = fresh, next_out = 1;
  update outbox set sent_at = null, attempts = 0 where accepted_at is null and rejected_at is null and sent_at is not null;
  return fresh;
end $body$;

revoke execute on function begin_new_epoch from public;
do $body$ begin
  if current_setting('${APP_ROLE_SETTING}', true) <> '' then
    execute format('revoke insert, update, delete, truncate on outgoing_epoch from %I', current_setting('${APP_ROLE_SETTING}'));
    execute format('revoke execute on function begin_new_epoch from %I', current_setting('${APP_ROLE_SETTING}'));
  end if;
end $body$;`;
