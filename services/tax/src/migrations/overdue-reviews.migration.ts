import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What land offices answered to overdue lists (M24). */
export class OverdueReviews1767662500003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table overdue_review (
        list_id text constraint pk_overdue_review primary key,
        dossier_code text not null,
        finding text not null,
        reason text not null,
        reviewed_at timestamptz not null
      );
      create index ix_overdue_review_dossier on overdue_review (dossier_code, reviewed_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table overdue_review');
  }
}
