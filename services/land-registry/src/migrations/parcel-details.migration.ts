import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the register says of a parcel beyond what a change is compared with: address, term, origin, use by purpose. */
export class LandParcelDetails1767662700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parcel add column details jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parcel drop column details');
  }
}
