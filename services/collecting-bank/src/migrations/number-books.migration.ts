import { becomeNumberSeries, leaveNumberSeries } from '@lienthong/service-host/migrator';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = { table: 'voucher_series', key: 'name', last: 'last_number' };

/** The numbers of vouchers go on in the host's books. */
export class BankNumberBooks1767226000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await becomeNumberSeries(runner, own);
  }

  async down(runner: QueryRunner): Promise<void> {
    await leaveNumberSeries(runner, own);
  }
}
