/** A delivery by the entry it carries, or by the one that its void replaced. */
export const LOCK_DELIVERY = `
select d.seq, d.state, coalesce(d.produced_at, d.tried_at, case when d.lease_id is not null then d.leased_until end)
  as produced_at, d.replaced_log_id, d.discard_reason
from delivery d where d.recipient = $1 and (d.log_id = $2 or d.replaced_log_id = $2) for update`;

export const DISCARD_DELIVERY = `update delivery set discard_reason = $3 where recipient = $1 and log_id = $2`;
