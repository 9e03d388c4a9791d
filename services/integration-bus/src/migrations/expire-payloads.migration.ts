import { droppableById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payloads go by months, never one of a delivery that has no last word; the log stays. */
export class ExpirePayloads1767660900000 implements MigrationInterface {
  readonly name = 'ExpirePayloads1767660900000';

  async up(runner: QueryRunner): Promise<void> {
    const open = `log_id in (select d.log_id from delivery d where d.state <> 'acknowledged' or d.outcome in ('parked', 'stashed'))`;
    await runner.query(droppableById('payload', open, 'log_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function drop_payload_partitions;');
  }
}
