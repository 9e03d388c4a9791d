import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The bus's database went back: what the operator asked for, and the epochs of the delivery numbers. Only the owner of the
 * schema asks; the bus does it at its next start.
 */
export class CreateRestoration1767573240000 implements MigrationInterface {
  readonly name = 'CreateRestoration1767573240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delivery_epoch (
        epoch integer constraint delivery_epoch_pkey primary key,
        begun_at timestamptz not null default now(),
        reason text not null constraint delivery_epoch_reason_given check (reason <> '')
      );
      insert into delivery_epoch (epoch, reason) values (1, 'first start');

      create table restoration (
        id bigint generated always as identity constraint restoration_pkey primary key,
        back_to timestamptz not null,
        reason text not null constraint restoration_reason_given check (reason <> ''),
        asked_at timestamptz not null default now(),
        epoch integer,
        carried_out_at timestamptz,
        log_id uuid,
        -- Members that were told to send again.
        told text[] not null default '{}',
        all_told_at timestamptz
      );
      do $body$ begin
        if current_setting('${APP_ROLE_SETTING}', true) <> '' then
          execute format('revoke insert, delete, truncate on restoration from %I', current_setting('${APP_ROLE_SETTING}'));
        end if;
      end $body$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table restoration, delivery_epoch');
  }
}
