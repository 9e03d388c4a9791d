import { HANDLED_AFTER_ALL } from '../deliveries/handled-after-all.sql';

/** The bus answers for an entry by the first checkpoint over it: joins to the entry `e` the key that signed that. */
const SIGNED_BY = `
left join lateral (
  select c.kid from log_position p join checkpoint c on c.tree_size > p.position
  where p.log_id = e.log_id order by c.tree_size limit 1) checked on true`;

/** One message ($2) of one sender ($1): its first entry, and all its refusals. */
export const FIND_MESSAGE = `
select e.log_id, e.kind, e.accepted_at, e.type, e.stream, e.attributes ->> 'sequence' as sequence, r.code, r.text,
  checked.kid
from (
  select log_id from known_message where sender = $1 and id = $2
  union select log_id from rejection where sender = $1 and id = $2) k
join log_entry e using (log_id)
left join rejection r on r.log_id = e.log_id ${SIGNED_BY}
where e.kind in ('accepted', 'rejected', 'acknowledgement', 'protocol')
order by e.accepted_at, e.log_id limit 20`;

/** How far the deliveries of an entry ($1) have come, and by whose word. */
export const FIND_DELIVERIES = `
select d.recipient, d.seq, d.produced_at, d.outcome, d.handled_at, d.cause, d.ack_log_id, a.key_id as ack_key_id,
  a.accepted_at as acknowledged_at, d.log_id, checked.kid, e.content ->> 'reason' as void_reason,
  case when d.replaced_log_id is not null then e.accepted_at end as voided_at, e.key_id as void_key_id,
  coalesce(after_all.handled_at, after_all.acknowledged_at) as after_all_at, after_all.ack_log_id as after_all_log_id,
  h.key_id as after_all_key_id
from delivery d
  join log_entry e on e.log_id = d.log_id ${SIGNED_BY}
  left join log_entry a on a.log_id = d.ack_log_id ${HANDLED_AFTER_ALL}
  left join log_entry h on h.log_id = after_all.ack_log_id
where (d.log_id = $1 or d.replaced_log_id = $1) and d.given_by is null
order by d.recipient`;
