import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DeskTables1767661600000 } from '../desk/desk.migration';
import { DeskPeople1767662900000 } from '../desk/desk-people.migration';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity';
import { StepPolicy } from '../policies/step-policy.entity';

/** Tables of the host: answers of creating requests, and the policies of steps. */
export class HostTables1767225700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        key text constraint idempotency_key_pkey primary key,
        request_hash text not null constraint idempotency_key_hash check (length(request_hash) = 43),
        status integer not null constraint idempotency_key_status check (status between 200 and 299),
        response_body text not null,
        created_at timestamptz not null
      );
      create table step_policy (
        step text constraint step_policy_pkey primary key,
        policy text not null constraint step_policy_policy check (policy in ('manual', 'automatic-when-clean')),
        changed_by text not null,
        changed_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table step_policy; drop table idempotency_key;');
  }
}

/** Old answers are found by their age. */
export class IdempotencyKeyAge1767225700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index idempotency_key_created on idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index idempotency_key_created');
  }
}

/** To be put before a service's own migrations. */
export const hostMigrations: readonly (new () => MigrationInterface)[] = [
  HostTables1767225700000,
  IdempotencyKeyAge1767225700001,
  DeskTables1767661600000,
  DeskPeople1767662900000,
];

/** To be put among a service's entities. */
export const hostEntities: readonly (new () => object)[] = [IdempotencyKey, StepPolicy];
