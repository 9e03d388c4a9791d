import { APP_ROLE_SETTING, ID_FLOOR_FUNCTION, partitionedById } from '@lienthong/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The message log, its Merkle tree and checkpoints; payloads lie apart so that they can be erased. */
export class CreateLog1767312100000 implements MigrationInterface {
  readonly name = 'CreateLog1767312100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ID_FLOOR_FUNCTION);
    await runner.query(LOG);
    await runner.query(partitionedById('log_entry'));
    await runner.query(partitionedById('payload'));
    await runner.query(INSERT_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table checkpoint, log_node, log_position, log_pending, payload, log_entry');
    await runner.query(
      'drop function ensure_payload_partitions, ensure_log_entry_partitions, refuse_log_change, id_floor',
    );
  }
}

const LOG = `
create table log_entry (
  log_id uuid not null,
  kind text not null constraint log_entry_kind_known check (kind in ('bootstrap', 'accepted', 'rejected', 'void',
    'acknowledgement', 'protocol', 'erasure', 'member', 'key', 'grant', 'schema', 'admin')),
  accepted_at timestamptz not null,
  sender text,
  id uuid,
  type text,
  subject text,
  stream text,
  causation_id uuid,
  attributes jsonb,
  signature text,
  signature_path text,
  verdict jsonb not null,
  key_id text,
  grant_version text,
  schema_hash text,
  content jsonb,
  leaf bytea not null constraint log_entry_leaf_length check (octet_length(leaf) = 32),
  constraint log_entry_pkey primary key (log_id)
) partition by range (log_id);
create index log_entry_subject on log_entry (subject) where kind = 'accepted' and subject is not null;
create index log_entry_causation on log_entry (causation_id) where kind = 'accepted' and causation_id is not null;

create table payload (
  log_id uuid not null,
  value bytea not null constraint payload_limit check (octet_length(value) <= 262144),
  salt text not null,
  traceparent text,
  constraint payload_pkey primary key (log_id)
) partition by range (log_id);

create table log_pending (log_id uuid constraint log_pending_pkey primary key);

create table log_position (
  position bigint constraint log_position_pkey primary key,
  log_id uuid not null constraint log_position_entry_once unique
);

create table log_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null constraint log_node_hash_length check (octet_length(hash) = 32),
  constraint log_node_pkey primary key (level, index)
);

create table checkpoint (
  tree_size bigint constraint checkpoint_pkey primary key,
  root bytea not null constraint checkpoint_root_length check (octet_length(root) = 32),
  note text not null,
  kid text not null,
  signed_at timestamptz not null
);`;

/** What was said is never unsaid: the right is taken from the app role, and the owner is stopped by a trigger. */
const INSERT_ONLY = `
create function refuse_log_change() returns trigger language plpgsql as $body$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $body$;
create trigger log_entry_insert_only before update or delete on log_entry
  for each row execute function refuse_log_change();
create trigger log_position_insert_only before update or delete on log_position
  for each row execute function refuse_log_change();
create trigger log_node_insert_only before update or delete on log_node
  for each row execute function refuse_log_change();
create trigger checkpoint_insert_only before update or delete on checkpoint
  for each row execute function refuse_log_change();
do $body$ begin
  if current_setting('${APP_ROLE_SETTING}', true) <> '' then
    execute format('revoke update, delete, truncate on log_entry, log_position, log_node, checkpoint from %I',
      current_setting('${APP_ROLE_SETTING}'));
  end if;
end $body$;`;
