import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans that the office holds, and questions of tax offices for them (M18). */
export class LandScans1767313310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table held_scan (
        key text constraint pk_held_scan primary key,
        name text not null,
        content_type text not null,
        sha256 text not null,
        held_by text not null,
        held_at timestamptz not null
      );
      create table scan_request (
        request_id text constraint pk_scan_request primary key,
        dossier_code text not null,
        office text not null,
        tax_office text not null,
        papers jsonb not null,
        message_id text not null,
        asked_at timestamptz not null,
        answered_at timestamptz
      );
      create index ix_scan_request_open on scan_request (asked_at) where answered_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scan_request, held_scan');
  }
}
