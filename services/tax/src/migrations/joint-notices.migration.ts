import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be for several dossiers (F21): what it says of each is a row of its own. */
export class JointNotices1767662300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment_notice add column key text, add column whole jsonb;
      update payment_notice set key = number || '|' || dossier_code;
      alter table payment_notice
        drop constraint pk_payment_notice,
        add constraint pk_payment_notice primary key (key);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from payment_notice n using payment_notice first where first.number = n.number and first.key < n.key;
      alter table payment_notice
        drop constraint pk_payment_notice,
        drop column key, drop column whole,
        add constraint pk_payment_notice primary key (number);`);
  }
}
