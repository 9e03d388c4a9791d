import { becomeNumberSeries, leaveNumberSeries } from '@lienthong/service-host/migrator';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = { table: 'dossier_counter', key: 'key', last: 'last' };

/** The numbers of dossiers go on in the host's books. */
export class IntakeNumberBooks1767226000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await becomeNumberSeries(runner, own);
  }

  async down(runner: QueryRunner): Promise<void> {
    await leaveNumberSeries(runner, own);
  }
}
