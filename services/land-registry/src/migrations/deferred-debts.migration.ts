import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tax office tells of debts that are noted on certificates (1.013988), and since when its time runs. */
export class DeferredDebts1767662800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deferred_debt (
        dossier_code text constraint pk_deferred_debt primary key,
        open jsonb not null,
        settled jsonb not null,
        told_on date not null,
        message_id text not null
      );
      alter table land_dossier add column tax_clock_on date;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deferred_debt; alter table land_dossier drop column tax_clock_on');
  }
}
