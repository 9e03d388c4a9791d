/**
 * Deliveries to $1 after place $2 that have no last word, or whose recipient asked again: at most $3. Each state by its own
 * index, so that an operator's look costs the hot path none; what is in flight or unfinished at one recipient is little.
 */
export const OPEN_DELIVERIES = `
with open as (
  (select * from delivery where recipient = $1 and state = 'waiting' and ord > $2::bigint order by ord limit $3)
  union all
  (select * from delivery where recipient = $1 and state = 'produced' and ord > $2::bigint order by ord limit $3)
  union all
  (select * from delivery where recipient = $1 and state = 'acknowledged' and outcome not in ('handled', 'discarded')
     and ord > $2::bigint order by ord limit $3))
select o.ord, o.recipient, o.log_id, e.type, e.sender, e.id, e.subject, o.stream, o.seq, o.state, o.attempts,
  o.last_produced_at, o.outcome, o.cause, o.discard_reason, o.asked_again_at, v.content ->> 'reason' as voided,
  case o.state when 'waiting' then coalesce(o.asked_again_at, e.accepted_at) when 'produced' then o.produced_at
    else o.acknowledged_at end as since
from open o
  join log_entry e on e.log_id = coalesce(o.replaced_log_id, o.log_id)
  left join log_entry v on v.log_id = o.log_id and o.replaced_log_id is not null
order by o.ord limit $3`;
