import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to land offices for scans, with what came (M18). */
export class TaxScans1767313320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scan_request (
        request_id text constraint pk_scan_request primary key,
        dossier_code text not null,
        office text not null,
        papers jsonb not null,
        asked_by text not null,
        asked_at timestamptz not null,
        answered_at timestamptz,
        scans jsonb not null,
        missing jsonb not null
      );
      create index ix_scan_request_dossier on scan_request (dossier_code, asked_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scan_request');
  }
}
