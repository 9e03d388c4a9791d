import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What senders are to be told of deliveries that were not handled is noted with the word itself, by sender: whoever tells them
 * claims rows of its own, and never looks through all deliveries. What was told stays told.
 */
export class NotHandledNotices1767660400000 implements MigrationInterface {
  readonly name = 'NotHandledNotices1767660400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table not_handled (
        ord bigint generated always as identity constraint not_handled_pkey primary key,
        sender text not null,
        recipient text not null,
        log_id uuid not null,
        word text not null constraint not_handled_word check (word in ('parked', 'discarded', 'void')),
        reason text,
        at timestamptz not null,
        told_at timestamptz,
        constraint not_handled_once unique (log_id, recipient, word)
      );
      create index not_handled_untold on not_handled (sender, ord) where told_at is null;
      create index not_handled_told_at on not_handled (told_at);

      insert into not_handled (sender, recipient, log_id, word, reason, at, told_at)
      select e.sender, f.recipient, e.log_id, f.word,
        case f.word when 'void' then v.content ->> 'reason' else f.cause end,
        case f.word when 'void' then v.accepted_at else f.acknowledged_at end, t.told_at
      from (
        select d.*, case when d.replaced_log_id is null then d.outcome else 'void' end as word from delivery d
        where d.given_by is null and (d.outcome in ('parked', 'discarded') or d.replaced_log_id is not null)) f
        join log_entry e on e.log_id = coalesce(f.replaced_log_id, f.log_id)
        left join log_entry v on v.log_id = f.log_id
        left join not_handled_told t on (t.recipient, t.stream, t.epoch, t.seq, t.word) = (f.recipient, f.stream, f.epoch, f.seq, f.word)
      order by e.log_id on conflict do nothing;

      create function note_not_handled() returns trigger language plpgsql as $body$
      begin
        insert into not_handled (sender, recipient, log_id, word, reason, at)
        select e.sender, new.recipient, e.log_id, new.outcome, new.cause, new.acknowledged_at
        from log_entry e where new.replaced_log_id is null and e.log_id = new.log_id
        union all
        select e.sender, new.recipient, e.log_id, 'void', v.content ->> 'reason', v.accepted_at
        from log_entry e join log_entry v on v.log_id = new.log_id where e.log_id = new.replaced_log_id
        on conflict do nothing;
        return null;
      end $body$;
      -- Nearly all deliveries are handled: then the condition costs next to nothing. Nobody notices what is given of the past.
      create trigger delivery_not_handled_noted after update on delivery for each row
        when (new.given_by is null and (
          new.replaced_log_id is null and new.outcome in ('parked', 'discarded') and new.outcome is distinct from old.outcome
          or new.replaced_log_id is not null and old.replaced_log_id is null))
        execute function note_not_handled();

      drop index delivery_not_handled;
      drop table not_handled_told;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger delivery_not_handled_noted on delivery;
      drop function note_not_handled;
      create table not_handled_told (
        recipient text not null,
        stream text not null,
        epoch integer not null,
        seq bigint not null,
        word text not null constraint not_handled_told_word check (word in ('parked', 'discarded', 'void')),
        told_at timestamptz not null,
        constraint not_handled_told_pkey primary key (recipient, stream, epoch, seq, word)
      );
      insert into not_handled_told (recipient, stream, epoch, seq, word, told_at)
      select d.recipient, d.stream, d.epoch, d.seq, n.word, n.told_at
      from not_handled n join delivery d on d.recipient = n.recipient and n.log_id in (d.log_id, d.replaced_log_id)
      where n.told_at is not null on conflict do nothing;
      create index delivery_not_handled on delivery (recipient, stream, epoch, seq)
        where outcome in ('parked', 'discarded') or replaced_log_id is not null;
      drop table not_handled;`);
  }
}
