import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who entered a parcel or a row of the price table, and when; of what was entered before nobody knows. */
export class LandRecordEntries1767662900001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parcel add column entered jsonb');
    await runner.query('alter table price_position add column entries jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table price_position drop column entries');
    await runner.query('alter table parcel drop column entered');
  }
}
