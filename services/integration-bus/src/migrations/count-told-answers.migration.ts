import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a webhook does not take is told again at a growing pace. */
export class CountToldAnswers1767660800000 implements MigrationInterface {
  readonly name = 'CountToldAnswers1767660800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table told_answer add column attempts int not null default 0;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table told_answer drop column attempts;');
  }
}
