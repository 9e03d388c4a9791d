import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tax office tells of a dossier beside notices and fulfilment (M23, M45, late interest). */
export class LandTaxNotes1767661200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tax_note (
        message_id text constraint pk_tax_note primary key,
        dossier_code text not null,
        kind text not null constraint ck_tax_note_kind check (kind in ('notices-withdrawn', 'overpaid', 'late-interest', 'overdue', 'slip-accepted')),
        content jsonb not null,
        told_at timestamptz not null
      );
      create index ix_tax_note_dossier on tax_note (dossier_code, told_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tax_note');
  }
}
