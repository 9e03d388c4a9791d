import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a recipient said of a delivery before its present word, for the trace; indexes by which a trace finds refused and
 * waiting messages of a dossier, and the figures find what was answered lately.
 */
export class KeepDeliveryWords1767573200000 implements MigrationInterface {
  readonly name = 'KeepDeliveryWords1767573200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delivery_word (
        ord bigint generated always as identity constraint delivery_word_pkey primary key,
        recipient text not null,
        log_id uuid not null,
        outcome text not null,
        cause text,
        handled_at timestamptz,
        acknowledged_at timestamptz not null,
        ack_log_id uuid,
        ack_path text
      );
      create index delivery_word_of_delivery on delivery_word (log_id, recipient);

      create function keep_delivery_word() returns trigger language plpgsql as $body$
      begin
        insert into delivery_word (recipient, log_id, outcome, cause, handled_at, acknowledged_at, ack_log_id, ack_path)
        values (old.recipient, old.log_id, old.outcome, old.cause, old.handled_at, old.acknowledged_at, old.ack_log_id,
                old.ack_path);
        return null;
      end $body$;
      -- Nearly all deliveries are answered once: then the condition costs next to nothing.
      create trigger delivery_word_kept after update on delivery for each row
        when (old.outcome is not null and old.ack_log_id is distinct from new.ack_log_id)
        execute function keep_delivery_word();

      create index log_entry_refused_subject on log_entry (subject) where kind = 'rejected' and subject is not null;
      create index stash_subject on stash ((headers ->> 'ce_subject'));
      create index delivery_acknowledged_at on delivery using brin (acknowledged_at) with (pages_per_range = 16, autosummarize = on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index delivery_acknowledged_at, stash_subject, log_entry_refused_subject;
      drop trigger delivery_word_kept on delivery;
      drop function keep_delivery_word;
      drop table delivery_word;`);
  }
}
