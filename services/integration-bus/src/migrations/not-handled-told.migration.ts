import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which senders know that their message was not handled; what they were not told yet is found by an index of its own. */
export class NotHandledTold1767657600000 implements MigrationInterface {
  readonly name = 'NotHandledTold1767657600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table not_handled_told (
        recipient text not null,
        stream text not null,
        epoch integer not null,
        seq bigint not null,
        word text not null constraint not_handled_told_word check (word in ('parked', 'discarded', 'void')),
        told_at timestamptz not null,
        constraint not_handled_told_pkey primary key (recipient, stream, epoch, seq, word)
      );
      create index delivery_not_handled on delivery (recipient, stream, epoch, seq)
        where outcome in ('parked', 'discarded') or replaced_log_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index delivery_not_handled; drop table not_handled_told;');
  }
}
