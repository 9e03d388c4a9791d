import { becomeNumberSeries, leaveNumberSeries } from '@lienthong/service-host/migrator';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = { table: 'number_series', key: 'name', last: 'last_number' };

/** The numbers of notices and of payable items go on in the host's books. */
export class TaxNumberBooks1767226000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await becomeNumberSeries(runner, own);
  }

  async down(runner: QueryRunner): Promise<void> {
    await leaveNumberSeries(runner, own);
  }
}
