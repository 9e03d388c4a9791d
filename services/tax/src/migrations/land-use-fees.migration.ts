import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about a land-use fee too. */
export class LandUseFees1767662500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`'personal-income-tax', 'registration-fee', 'land-use-fee'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`'personal-income-tax', 'registration-fee'`));
  }
}

function kinds(list: string): string {
  return `
    alter table payment_notice drop constraint ck_payment_notice_kind,
      add constraint ck_payment_notice_kind check (kind in (${list}));
    alter table payable_item drop constraint ck_payable_item_kind,
      add constraint ck_payable_item_kind check (kind in (${list}))`;
}
