import { becomeNumberSeries, leaveNumberSeries } from '@lienthong/service-host/migrator';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = { table: 'number_series', key: 'key', last: 'last' };
const codes = [
  ['receipt', 'BN'],
  ['slip', 'PCTT'],
  ['refusal', 'TB'],
  ['register', 'CS'],
] as const;
const renamed = `
  update number_series set key = $2::text || substr(key, length($1::text) + 1) where starts_with(key, $1::text || '|')`;

/** The land office's books go on in the host's, each under the code that its numbers bear. */
export class LandNumberBooks1767226000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await becomeNumberSeries(runner, own);
    for (const [book, code] of codes) await runner.query(renamed, [book, code]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [book, code] of codes) await runner.query(renamed, [code, book]);
    await leaveNumberSeries(runner, own);
  }
}
