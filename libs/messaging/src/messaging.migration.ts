import { ID_FLOOR_FUNCTION, partitionedById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Operations1767398450000 } from './operations.migration';
import { MessageFailures1767398480000 } from './message-failures.migration';
import { MessagingRestore1767573230000 } from './messaging-restore.migration';
import { MessagingArrival1767398460000 } from './messaging-arrival.migration';
import { OutboxIndexes1767398470000 } from './outbox-indexes.migration';
import { ToldKeys1767313003000 } from './keys/told-keys.migration';
import { MessagingParking1767398400100 } from './messaging-parking.migration';

/** Tables of every member: what leaves, what came, what waits (design §3). */
export class Messaging1767225600000 implements MigrationInterface {
  readonly name = 'Messaging1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ID_FLOOR_FUNCTION);
    await runner.query(OUTGOING);
    await runner.query(INCOMING);
    await runner.query(partitionedById('inbox'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, stream_out, inbox, stream_in, parked, stash');
    await runner.query('drop function ensure_inbox_partitions, id_floor');
  }
}

const OUTGOING = `
create table stream_out (
  key text constraint stream_out_pkey primary key,
  epoch integer not null,
  next_out bigint not null constraint stream_out_next_positive check (next_out > 0)
) with (fillfactor = 70);

create table outbox (
  id uuid constraint outbox_pkey primary key,
  ord bigint generated always as identity,
  shard smallint not null constraint outbox_shard_range check (shard between 0 and 7),
  stream text not null,
  epoch integer not null,
  seq bigint not null,
  type text not null,
  subject text,
  time text not null,
  dataschema text not null,
  sender_office text not null,
  recipients text not null,
  causation_id uuid,
  expiry_time text,
  content_hash text not null,
  salt text not null,
  payload bytea not null constraint outbox_payload_limit check (octet_length(payload) <= 262144),
  traceparent text,
  recorded_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  accepted_at timestamptz,
  rejected_at timestamptz,
  rejection jsonb,
  constraint outbox_number_once unique (stream, epoch, seq)
) with (fillfactor = 70);
create index outbox_unsent on outbox (ord) where sent_at is null;
create index outbox_open on outbox (sent_at) where accepted_at is null and rejected_at is null;
create index outbox_accepted on outbox (accepted_at) where accepted_at is not null;`;

const INCOMING = `
create table stream_in (
  key text constraint stream_in_pkey primary key,
  epoch integer not null,
  last_in bigint not null,
  blocked_by text
) with (fillfactor = 70);

create table inbox (
  sender text not null,
  id uuid not null,
  stream text not null,
  seq bigint not null,
  hash text not null,
  outcome text not null constraint inbox_outcome_known check (outcome in ('handled', 'parked', 'stashed')),
  handled_at timestamptz not null,
  constraint inbox_pkey primary key (sender, id)
) partition by range (id);

create table parked (
  sender text not null,
  id text not null,
  stream text,
  seq bigint,
  cause text not null,
  detail text not null,
  attempts integer not null default 1,
  headers jsonb not null,
  payload bytea,
  parked_at timestamptz not null,
  constraint parked_pkey primary key (sender, id)
);

create table stash (
  stream text not null,
  epoch integer not null,
  seq bigint not null,
  sender text not null,
  id uuid not null,
  headers jsonb not null,
  payload bytea,
  stashed_at timestamptz not null,
  constraint stash_pkey primary key (stream, epoch, seq)
);`;

/** Put these first in a member's list of migrations. */
export const messagingMigrations = [
  Messaging1767225600000,
  MessagingParking1767398400100,
  Operations1767398450000,
  MessagingArrival1767398460000,
  OutboxIndexes1767398470000,
  ToldKeys1767313003000,
  MessageFailures1767398480000,
  MessagingRestore1767573230000,
];
