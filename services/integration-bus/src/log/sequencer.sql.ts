/** One sequencer at a time; the lock ends with the transaction. */
export const TRY_SEQUENCER_LOCK = "select pg_try_advisory_xact_lock(hashtext('log-sequencer')) as held";

export const PENDING_LEAVES = 'select log_id, leaf from log_pending order by log_id limit $1';

export const TREE_SIZE = 'select coalesce(max(tree_size), 0) as size from checkpoint';

export const TREE_NODES = `
select n.level, n.index, n.hash from unnest($1::smallint[], $2::bigint[]) v(level, index)
join log_node n using (level, index) order by n.level desc`;

/** Places of the entries, new nodes and checkpoint; the entries wait no longer. */
export const WRITE_TREE = `
with placed as (
    insert into log_position (position, log_id)
    select $1::bigint + nr - 1, log_id from unnest($2::uuid[]) with ordinality v(log_id, nr)),
  noded as (
    insert into log_node (level, index, hash) select * from unnest($3::smallint[], $4::bigint[], $5::bytea[])),
  done as (delete from log_pending p using unnest($2::uuid[]) v(log_id) where p.log_id = v.log_id)
insert into checkpoint (tree_size, root, note, kid, signed_at) values ($6, $7, $8, $9, $10)`;
