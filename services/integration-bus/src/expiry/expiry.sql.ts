/** Messages whose deadline has come ($1), each looked at again at $2 unless it is decided before. */
export const CLAIM_DEADLINES = `
with due as (
  select log_id from message_deadline where look_at <= $1 order by look_at limit 200 for update skip locked)
update message_deadline m set look_at = $2 from due where m.log_id = due.log_id
returning m.log_id`;

/** What became of the deliveries of these messages. */
export const LOOK_AT_DEADLINES = `
select e.log_id, e.sender, e.id, e.stream, e.attributes ->> 'sequence' as sequence,
  e.attributes ->> 'expirytime' as expiry_time, d.recipient,
  d.state <> 'waiting' or d.produced_at is not null or d.tried_at is not null as is_out,
  v.log_id as void_log_id, v.content ->> 'reason' as void_reason, v.accepted_at as voided_at
from log_entry e
  join delivery d on d.log_id = e.log_id or d.replaced_log_id = e.log_id
  left join log_entry v on v.log_id = d.log_id and d.replaced_log_id is not null
where e.log_id = any($1::uuid[])
order by e.log_id, d.recipient`;

export const FORGET_DEADLINES = `delete from message_deadline where log_id = any($1::uuid[])`;
