import { droppableById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers taken by voids, last words that a recipient may ask past, gaps that raise an alarm, identities that are forgotten. */
export class VoidDeliveries1767484800000 implements MigrationInterface {
  readonly name = 'VoidDeliveries1767484800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery
        add column replaced_log_id uuid,
        add column discard_reason text,
        add column asked_again_at timestamptz,
        drop constraint delivery_outcome_known,
        add constraint delivery_outcome_known check (outcome in ('handled', 'parked', 'stashed', 'discarded')),
        drop constraint delivery_handled_once,
        -- A last word stays; only its recipient, asking again, has the delivery produced once more.
        add constraint delivery_last_word_stays
          check (outcome not in ('handled', 'discarded') or state = 'acknowledged' or asked_again_at is not null),
        add constraint delivery_asked_again_whole check (asked_again_at is null or outcome in ('handled', 'discarded'));
      create index delivery_replaced on delivery (replaced_log_id) where replaced_log_id is not null;
      drop index delivery_unfinished;
      create index delivery_unfinished on delivery (next_at)
        where state = 'acknowledged' and outcome not in ('handled', 'discarded');

      alter table stream_in add column gap_since timestamptz, add column alarmed_at timestamptz;
      update stream_in s set gap_since = h.since
        from (select key, min(stashed_at) as since from stash group by key) h where h.key = s.key and s.stashed > 0;

      create index rejection_at on rejection (at);`);
    await runner.query(droppableById('known_message'));
  }

  /** @throws when a delivery was discarded by its recipient or asked for again: nothing of that can be told in the old form */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function drop_known_message_partitions;
      drop index rejection_at;
      alter table stream_in drop column gap_since, drop column alarmed_at;
      drop index delivery_replaced;
      drop index delivery_unfinished;
      create index delivery_unfinished on delivery (next_at) where state = 'acknowledged' and outcome <> 'handled';
      alter table delivery
        drop constraint delivery_asked_again_whole,
        drop constraint delivery_last_word_stays,
        add constraint delivery_handled_once check (outcome <> 'handled' or state = 'acknowledged'),
        drop constraint delivery_outcome_known,
        add constraint delivery_outcome_known check (outcome in ('handled', 'parked', 'stashed')),
        drop column replaced_log_id, drop column discard_reason, drop column asked_again_at;`);
  }
}
