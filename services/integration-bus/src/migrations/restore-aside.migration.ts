import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a restored member had answered is looked for aside from the exchange, a slice at a time; and members without Kafka
 * are told by the same words as all others.
 */
export class RestoreAside1767660100000 implements MigrationInterface {
  readonly name = 'RestoreAside1767660100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A member said that its database went back; the row goes when the search for it begins.
      create table restored_wish (
        member text constraint restored_wish_pkey primary key,
        back_to timestamptz not null,
        asked_at timestamptz not null,
        log_id uuid not null
      );

      alter table replay
        -- Of a restored member: who, since when its answers are looked for, when it last said so.
        add column restored_member text,
        add column restored_since timestamptz,
        add column restored_asked_at timestamptz,
        add column is_searching boolean not null default false,
        -- The place in the deliveries of the member up to which was looked.
        add column search_after_stream text not null default '',
        add column search_after_epoch integer not null default 0,
        add column search_after_seq bigint not null default 0,
        add constraint replay_restored_whole check (
          (restored_member is null) = (restored_since is null) and (restored_member is null) = (restored_asked_at is null)
          and (restored_member is not null or not is_searching));
      create unique index replay_one_of_a_restored_member on replay (restored_member) where state = 'running';

      -- A member that has shown books before is waited for.
      alter table reconciliation_book add column is_expected boolean not null default true;

      alter table told_answer drop constraint told_answer_kind_known, add constraint told_answer_kind_known check (
        kind in ('accepted', 'rejected', 'not-handled', 'resend-wanted', 'restored', 'book-wanted', 'key-changed'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from told_answer where kind not in ('accepted', 'rejected', 'not-handled');
      alter table told_answer drop constraint told_answer_kind_known, add constraint told_answer_kind_known check (
        kind in ('accepted', 'rejected', 'not-handled'));
      alter table reconciliation_book drop column is_expected;
      drop index replay_one_of_a_restored_member;
      alter table replay drop constraint replay_restored_whole,
        drop column restored_member, drop column restored_since, drop column restored_asked_at, drop column is_searching,
        drop column search_after_stream, drop column search_after_epoch, drop column search_after_seq;
      drop table restored_wish;`);
  }
}
