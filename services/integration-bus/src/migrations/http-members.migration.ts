import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members without Kafka: leases, tries of webhooks, quotas, deadlines, and what is told to senders that no topic reaches. */
export class HttpMembers1767313100000 implements MigrationInterface {
  readonly name = 'HttpMembers1767313100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member add column quota jsonb;

      alter table delivery
        -- The lease under which it was taken; of a webhook also the wait after a failed try.
        add column lease_id uuid,
        add column leased_until timestamptz,
        -- A webhook was sent it and did not answer: it may have it, so nothing takes its number any more.
        add column tried_at timestamptz;
      create index delivery_leased on delivery (lease_id) where lease_id is not null and state <> 'acknowledged';

      -- Accepted messages that must be delivered by a time; the row goes when that is decided.
      create table message_deadline (
        log_id uuid constraint message_deadline_pkey primary key,
        look_at timestamptz not null
      );
      create index message_deadline_look_at on message_deadline (look_at);

      -- What the bus has to tell a sender that takes its messages by HTTP, until it has taken it.
      create table told_answer (
        ord bigint generated always as identity constraint told_answer_pkey primary key,
        member text not null,
        kind text not null constraint told_answer_kind_known check (kind in ('accepted', 'rejected', 'not-handled')),
        item jsonb not null
      );
      create index told_answer_member on told_answer (member, ord);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table told_answer, message_deadline;
      drop index delivery_leased;
      alter table delivery drop column lease_id, drop column leased_until, drop column tried_at;
      alter table member drop column quota;`);
  }
}
