import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payable items that the tax office has closed are paid no more. */
export class BankClosedItems1767661200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payable_item drop constraint ck_payable_item_state,
        add constraint ck_payable_item_state check (state in ('unpaid', 'paid', 'closed'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payable_item drop constraint ck_payable_item_state,
        add constraint ck_payable_item_state check (state in ('unpaid', 'paid'));`);
  }
}
