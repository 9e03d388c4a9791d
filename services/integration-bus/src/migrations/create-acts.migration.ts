import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts of administration by two persons, and the persons who may do them. */
export class CreateActs1767313000000 implements MigrationInterface {
  readonly name = 'CreateActs1767313000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator (
        person text constraint operator_pkey primary key,
        valid_from timestamptz not null,
        valid_to timestamptz constraint operator_period check (valid_to >= valid_from),
        log_id uuid not null
      );
      create table act (
        id uuid constraint act_pkey primary key,
        kind text not null,
        effect text not null constraint act_effect_known check (effect in ('permits', 'restricts')),
        content jsonb not null,
        reason text not null,
        state text not null,
        asked_by text not null,
        asked_at timestamptz not null,
        due_at timestamptz not null,
        settled_by text constraint act_two_persons check (settled_by <> asked_by),
        settled_at timestamptz,
        settled_reason text,
        result jsonb,
        alarmed_at timestamptz,
        log_id uuid not null,
        constraint act_state_of_effect check (case effect
          when 'permits' then state in ('proposed', 'carried-out', 'refused')
          else state in ('in-force', 'confirmed', 'disputed') end),
        constraint act_settled_whole check ((state in ('proposed', 'in-force')) = (settled_by is null)
          and (settled_by is null) = (settled_at is null))
      );
      create index act_open on act (due_at) where state in ('proposed', 'in-force', 'disputed');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table act, operator');
  }
}
