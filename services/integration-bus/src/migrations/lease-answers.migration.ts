import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bus tells pullers is leased to them like their messages: it goes when they show that they have read it. */
export class LeaseAnswers1767660300000 implements MigrationInterface {
  readonly name = 'LeaseAnswers1767660300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table told_answer add column lease_id uuid, add column leased_until timestamptz;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table told_answer drop column lease_id, drop column leased_until;');
  }
}
