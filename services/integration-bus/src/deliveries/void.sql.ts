import { APPEND_LOG, LOG_PARAMETERS } from '../log/append-log';

const p = (n: number): string => `$${LOG_PARAMETERS + n}`;

/** Whether a recipient may have a delivery `d` that waits: it was produced, tried, or reserved by somebody who sends it. */
export const MAY_BE_THERE = `(d.produced_at is not null or d.tried_at is not null or d.lease_id is not null)`;

/**
 * Those that still wait, as they were judged ($3: whether the recipient may have them); an answer or a try may have come since
 * they were claimed. Locked in the order in which all lock deliveries.
 */
export const LOCK_DUE = `
select d.recipient, d.log_id from unnest($1::text[], $2::uuid[], $3::boolean[]) v(recipient, log_id, is_produced_before)
  join delivery d using (recipient, log_id)
where d.state = 'waiting' and ${MAY_BE_THERE} = v.is_produced_before
order by d.recipient, d.stream, d.epoch, d.seq for update of d`;

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
