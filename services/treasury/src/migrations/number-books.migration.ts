import { becomeNumberSeries, leaveNumberSeries } from '@lienthong/service-host/migrator';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = { table: 'entry_series', key: 'name', last: 'last_number' };

/** The numbers of accounting entries go on in the host's books. */
export class TreasuryNumberBooks1767226000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await becomeNumberSeries(runner, own);
  }

  async down(runner: QueryRunner): Promise<void> {
    await leaveNumberSeries(runner, own);
  }
}
