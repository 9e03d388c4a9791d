import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Citizens are told of money too, and notices that were withdrawn are remembered (M30, F30). */
export class MoneyNotices1767662499900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table dossier add column withdrawn_notices jsonb');
    await runner.query(events(`'supplement', 'notice', 'amended', 'withdrawn', 'reminder', 'remainder'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from citizen_notice where event <> 'supplement'`);
    await runner.query(events(`'supplement'`));
    await runner.query('alter table dossier drop column withdrawn_notices');
  }
}

function events(list: string): string {
  return `
    alter table citizen_notice
      drop constraint ck_citizen_notice_event,
      add constraint ck_citizen_notice_event check (event in (${list}))`;
}
