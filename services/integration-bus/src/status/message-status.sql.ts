/** One message ($2) of one sender ($1): its first entry, and all its refusals. */
export const FIND_MESSAGE = `
select e.log_id, e.kind, e.accepted_at, e.type, e.stream, e.attributes ->> 'sequence' as sequence, r.code, r.text
from (
  select log_id from known_message where sender = $1 and id = $2
  union select log_id from rejection where sender = $1 and id = $2) k
join log_entry e using (log_id)
left join rejection r on r.log_id = e.log_id
where e.kind in ('accepted', 'rejected', 'acknowledgement', 'protocol')
order by e.accepted_at, e.log_id limit 20`;

/** How far the deliveries of an entry ($1) have come, and by whose word. */
export const FIND_DELIVERIES = `
select d.recipient, d.seq, d.produced_at, d.outcome, d.handled_at, d.cause, d.ack_log_id, a.key_id as ack_key_id,
  a.accepted_at as acknowledged_at, d.log_id, v.content ->> 'reason' as void_reason, v.accepted_at as voided_at,
  v.key_id as void_key_id
from delivery d
  left join log_entry a on a.log_id = d.ack_log_id
  left join log_entry v on v.log_id = d.log_id and d.replaced_log_id is not null
where d.log_id = $1 or d.replaced_log_id = $1
order by d.recipient`;
