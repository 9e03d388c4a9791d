import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for its place in the tree brings its leaf along: the sequencer reads no wide entries. */
export class CarryPendingLeaves1767571200000 implements MigrationInterface {
  readonly name = 'CarryPendingLeaves1767571200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table log_pending add column leaf bytea;
      update log_pending p set leaf = e.leaf from log_entry e where e.log_id = p.log_id;
      alter table log_pending
        alter column leaf set not null,
        add constraint log_pending_leaf_length check (octet_length(leaf) = 32);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table log_pending drop column leaf');
  }
}
