import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payer is told what is left to pay (F9). */
export class RemainderNotices1767662400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table citizen_notice
        drop constraint ck_citizen_notice_event,
        add constraint ck_citizen_notice_event check (event in ('supplement', 'remainder'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from citizen_notice where event = 'remainder';
      alter table citizen_notice
        drop constraint ck_citizen_notice_event,
        add constraint ck_citizen_notice_event check (event in ('supplement'));`);
  }
}
