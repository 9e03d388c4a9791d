/** Messages whose deadline has come ($1), each looked at again at $2 unless it is decided before. */
export const CLAIM_DEADLINES = `
with due as (
  select log_id from message_deadline where look_at <= $1 order by look_at limit 200 for update skip locked)
update message_deadline m set look_at = $2 from due where m.log_id = due.log_id
returning m.log_id`;

/** What became of the deliveries of these messages. */
export const LOOK_AT_DEADLINES = `
select coalesce(d.replaced_log_id, d.log_id) as log_id, d.recipient,
  d.replaced_log_id is not null or d.state <> 'waiting' or d.produced_at is not null or d.tried_at is not null as is_decided
from delivery d where d.log_id = any($1::uuid[]) or d.replaced_log_id = any($1::uuid[])
order by 1, 2`;

export const FORGET_DEADLINES = `delete from message_deadline where log_id = any($1::uuid[])`;
