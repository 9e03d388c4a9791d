import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes without another owner: what is asked for, what lies on a parcel, and which change a line of the book is. */
export class LandRequests1767661500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parcel
        add column encumbrances jsonb not null default '[]',
        add constraint ck_parcel_encumbrances check (jsonb_typeof(encumbrances) = 'array');
      alter table register_entry
        add column change_kind text not null default 'transfer',
        add column released text;
      alter table land_dossier
        add column request jsonb,
        add column check_faults jsonb,
        drop constraint ck_land_dossier_released,
        add constraint ck_land_dossier_released
          check (certificate is null or fulfilled_on is not null or (request is not null and tax_office is null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from land_dossier where request is not null;
      alter table land_dossier
        drop constraint ck_land_dossier_released,
        add constraint ck_land_dossier_released check (certificate is null or fulfilled_on is not null),
        drop column request, drop column check_faults;
      alter table register_entry drop column change_kind, drop column released;
      alter table parcel drop column encumbrances;`);
  }
}
