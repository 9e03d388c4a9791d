import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replays: what is delivered once more, or for the first time to who was given the past, and how far that has come. */
export class CreateReplay1767573210000 implements MigrationInterface {
  readonly name = 'CreateReplay1767573210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- given_by: the act that gave the recipient the past, which did not name it.
      alter table delivery add column replay_id uuid, add column given_by uuid;
      create index delivery_replay on delivery (replay_id) where replay_id is not null;

      create table replay (
        id uuid constraint replay_pkey primary key,
        kind text not null constraint replay_kind_known check (kind in ('again', 'history', 'restored')),
        content jsonb not null,
        reason text not null,
        by jsonb not null,
        per_second integer not null constraint replay_per_second_range check (per_second between 1 and 1000),
        state text not null default 'running' constraint replay_state_known check (state in ('running', 'done', 'stopped')),
        begun_at timestamptz not null,
        next_at timestamptz not null,
        done_at timestamptz,
        found bigint not null default 0,
        sent bigint not null default 0,
        left_out jsonb not null default '{}'
      );
      create index replay_running on replay (next_at) where state = 'running';

      -- In the order in which they are to go; an item leaves when it was judged.
      create table replay_item (
        replay_id uuid not null constraint replay_item_replay_fkey references replay,
        nr bigint not null,
        log_id uuid not null,
        recipient text not null,
        constraint replay_item_pkey primary key (replay_id, nr)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table replay_item, replay;
      drop index delivery_replay;
      alter table delivery drop column replay_id, drop column given_by;`);
  }
}
