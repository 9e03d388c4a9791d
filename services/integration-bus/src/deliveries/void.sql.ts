import { APPEND_LOG, LOG_PARAMETERS } from '../log/append-log';

const p = (n: number): string => `$${LOG_PARAMETERS + n}`;

/** Those that still wait; an answer may have come since they were claimed. Locked in the order in which all lock deliveries. */
export const LOCK_DUE = `
select d.recipient, d.log_id from unnest($1::text[], $2::uuid[]) v(recipient, log_id)
  join delivery d using (recipient, log_id)
where d.state = 'waiting' order by d.recipient, d.stream, d.epoch, d.seq for update of d`;

/** Voids as log entries with their payload; each delivery points to its void and keeps which entry that replaced. */
export const WRITE_VOIDS = `
with ${APPEND_LOG},
  kept as (
    insert into payload (log_id, value, salt)
    select * from unnest(${p(1)}::uuid[], ${p(2)}::bytea[], ${p(3)}::text[]))
update delivery d set log_id = v.log_id, replaced_log_id = coalesce(d.replaced_log_id, d.log_id), discard_reason = null
from unnest(${p(4)}::text[], ${p(5)}::text[], ${p(6)}::int[], ${p(7)}::bigint[], ${p(1)}::uuid[])
  v(recipient, stream, epoch, seq, log_id)
where (d.recipient, d.stream, d.epoch, d.seq) = (v.recipient, v.stream, v.epoch, v.seq)`;
