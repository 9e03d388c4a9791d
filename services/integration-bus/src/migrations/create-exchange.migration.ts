import { partitionedById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bus knows of streams, identities and deliveries. */
export class CreateExchange1767312200000 implements MigrationInterface {
  readonly name = 'CreateExchange1767312200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INCOMING);
    await runner.query(partitionedById('known_message'));
    await runner.query(OUTGOING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table member_presence, delivery, stream_out, stash, rejection, known_message, stream_in; drop function ensure_known_message_partitions',
    );
  }
}

const INCOMING = `
create table stream_in (
  key text constraint stream_in_pkey primary key,
  epoch integer not null,
  last_in bigint not null constraint stream_in_last_not_negative check (last_in >= 0),
  stashed integer not null default 0,
  asked_at timestamptz
) with (fillfactor = 70);
create index stream_in_gap on stream_in (asked_at) where stashed > 0;

create table known_message (
  sender text not null,
  id uuid not null,
  leaf bytea not null,
  content_hash text not null,
  log_id uuid not null,
  constraint known_message_pkey primary key (sender, id)
) partition by range (id);

create table rejection (
  sender text not null,
  id uuid not null,
  leaf bytea not null,
  log_id uuid not null,
  code text not null,
  text text not null,
  at timestamptz not null,
  constraint rejection_pkey primary key (sender, id, leaf)
);

create table stash (
  key text not null,
  epoch integer not null,
  seq bigint not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  headers jsonb not null,
  value bytea not null,
  stashed_at timestamptz not null,
  constraint stash_pkey primary key (key, epoch, seq)
);`;

const OUTGOING = `
create table stream_out (
  key text constraint stream_out_pkey primary key,
  epoch integer not null,
  next_out bigint not null constraint stream_out_next_positive check (next_out > 0)
) with (fillfactor = 70);

create table delivery (
  recipient text not null,
  stream text not null,
  epoch integer not null,
  seq bigint not null constraint delivery_seq_positive check (seq > 0),
  office text not null,
  log_id uuid not null,
  shard smallint not null constraint delivery_shard_range check (shard between 0 and 7),
  ord bigint generated always as identity,
  state text not null default 'waiting' constraint delivery_state_known
    check (state in ('waiting', 'produced', 'acknowledged')),
  produced_at timestamptz,
  last_produced_at timestamptz,
  attempts integer not null default 0,
  next_at timestamptz,
  acknowledged_at timestamptz,
  handled_at timestamptz,
  outcome text constraint delivery_outcome_known check (outcome in ('handled', 'parked', 'stashed')),
  cause text,
  ack_log_id uuid,
  ack_path text,
  constraint delivery_pkey primary key (recipient, stream, epoch, seq),
  constraint delivery_acknowledged_whole check (state <> 'acknowledged' or outcome is not null),
  constraint delivery_outcome_whole check ((outcome is null) = (acknowledged_at is null)),
  constraint delivery_handled_once check (outcome <> 'handled' or state = 'acknowledged')
) with (fillfactor = 70);
create index delivery_waiting on delivery (recipient, ord) where state = 'waiting';
create index delivery_produced on delivery (recipient, next_at) where state = 'produced';
-- Answered as stashed or parked: produced again now and then, keeping its answer meanwhile.
create index delivery_unfinished on delivery (next_at) where state = 'acknowledged' and outcome <> 'handled';
create index delivery_log_id on delivery (log_id);

create table member_presence (
  member text constraint member_presence_pkey primary key,
  last_seen_at timestamptz not null
);`;
