import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under regime B a slip may wait for an officer who accepts it: nothing is computed before (M12, T4). */
export class SlipAcceptance1767662200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(constraints(`'returned', 'withdrawn', 'to-accept'`, `'to-accept', `));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(constraints(`'returned', 'withdrawn'`, ''));
  }
}

function constraints(notComputed: string, further: string): string {
  return `
    alter table assessment
      drop constraint ck_assessment_state,
      add constraint ck_assessment_state
        check (state in ('returned', ${further}'to-confirm', 'assessed', 'issued', 'withdrawn')),
      drop constraint ck_assessment_computed,
      add constraint ck_assessment_computed check (state in (${notComputed}) or
        (revenues is not null and collection is not null and intake_office is not null
         and notice_limit_on is not null and regime is not null and clock_started_on is not null));`;
}
