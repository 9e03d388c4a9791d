import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members, keys, offices, grants, schemas. `log_id` names the log entry by which a row came. */
export class CreateRegistry1767312000000 implements MigrationInterface {
  readonly name = 'CreateRegistry1767312000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member (
        code text constraint member_pkey primary key,
        name text not null,
        agency_codes jsonb not null,
        transport text not null constraint member_transport_known check (transport in ('kafka', 'pull', 'webhook')),
        state text not null constraint member_state_known check (state in ('active', 'suspended')),
        log_id uuid not null
      );
      create table member_key (
        kid text constraint member_key_pkey primary key,
        member text not null constraint member_key_member_fkey references member,
        jwk jsonb not null constraint member_key_public_only check (not jwk ? 'd'),
        valid_from timestamptz not null,
        valid_to timestamptz constraint member_key_period check (valid_to > valid_from),
        log_id uuid not null
      );
      create table office (
        member text not null constraint office_member_fkey references member,
        id text not null,
        name text not null,
        unit_codes jsonb not null,
        valid_from date not null,
        valid_to date constraint office_period check (valid_to >= valid_from),
        log_id uuid not null,
        constraint office_pkey primary key (member, id, valid_from)
      );
      create table grant_row (
        sender text not null constraint grant_row_sender_fkey references member,
        recipient text not null constraint grant_row_recipient_fkey references member,
        type text not null,
        purpose text not null,
        legal_basis text not null,
        enabled boolean not null,
        valid_from date not null,
        valid_to date constraint grant_row_period check (valid_to >= valid_from),
        log_id uuid not null,
        constraint grant_row_pkey primary key (sender, recipient, type, valid_from)
      );
      create table message_schema (
        dataschema text constraint message_schema_pkey primary key,
        type text not null,
        hash text not null,
        schema jsonb not null,
        log_id uuid not null
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_schema, grant_row, office, member_key, member');
  }
}
