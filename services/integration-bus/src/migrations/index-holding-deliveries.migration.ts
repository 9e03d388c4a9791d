import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds the rest of its stream is found without reading the stream, however much of it is answered. */
export class IndexHoldingDeliveries1767484900000 implements MigrationInterface {
  readonly name = 'IndexHoldingDeliveries1767484900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index delivery_holding on delivery (recipient, stream, epoch, seq)
        where state <> 'acknowledged' or outcome = 'parked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index delivery_holding');
  }
}
