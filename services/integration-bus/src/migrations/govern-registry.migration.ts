import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Grants hold from one instant to another, no longer by days; changes of the registry have a version and an order, and the
 * entries of the log that hold its history are found without reading the messages.
 */
export class GovernRegistry1767313001000 implements MigrationInterface {
  readonly name = 'GovernRegistry1767313001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table grant_row drop constraint grant_row_period;
      alter table grant_row
        alter column valid_from type timestamptz using (valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh'),
        alter column valid_to type timestamptz using ((valid_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'),
        add constraint grant_row_period check (valid_to >= valid_from);

      create table registry_version (
        only_row boolean constraint registry_version_pkey primary key default true
          constraint registry_version_once check (only_row),
        version bigint not null,
        changed_at timestamptz not null
      );
      insert into registry_version (version, changed_at) values (0, 'epoch');

      create index log_entry_registry on log_entry (log_id)
        where kind in ('bootstrap', 'member', 'key', 'grant', 'schema', 'admin');
      do $body$ begin
        if current_setting('${APP_ROLE_SETTING}', true) <> '' then
          execute format('revoke delete, truncate on member, member_key, office, grant_row, message_schema, operator, act,
            registry_version from %I', current_setting('${APP_ROLE_SETTING}'));
        end if;
      end $body$;`);
  }

  /** Back to days: an end within a day becomes that day. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index log_entry_registry;
      drop table registry_version;
      alter table grant_row drop constraint grant_row_period;
      alter table grant_row
        alter column valid_from type date using ((valid_from at time zone 'Asia/Ho_Chi_Minh')::date),
        alter column valid_to type date
          using (((valid_to - interval '1 millisecond') at time zone 'Asia/Ho_Chi_Minh')::date),
        add constraint grant_row_period check (valid_to >= valid_from);`);
  }
}
