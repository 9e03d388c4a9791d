import { APP_ROLE_SETTING } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which time the database went back, and when the bus was told so. */
export class MessagingRestore1767573230000 implements MigrationInterface {
  readonly name = 'MessagingRestore1767573230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outgoing_epoch add column back_to timestamptz, add column told_at timestamptz;
      do $body$ begin
        if current_setting('${APP_ROLE_SETTING}', true) <> '' then
          execute format('grant update (told_at) on outgoing_epoch to %I', current_setting('${APP_ROLE_SETTING}'));
        end if;
      end $body$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outgoing_epoch drop column back_to, drop column told_at');
  }
}
