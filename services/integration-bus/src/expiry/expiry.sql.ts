import { MAY_BE_THERE } from '../deliveries/void.sql';

/** Messages whose deadline has come ($1), each looked at again at $2 unless it is decided before. */
export const CLAIM_DEADLINES = `
with due as (
  select log_id from message_deadline where look_at <= $1 order by look_at limit 200 for update skip locked)
update message_deadline m set look_at = $2 from due where m.log_id = due.log_id
returning m.log_id`;

/** What became of the deliveries of these messages; what was reserved to the end of its time ($2) may have been sent. */
export const LOOK_AT_DEADLINES = `
select coalesce(d.replaced_log_id, d.log_id) as log_id, d.recipient,
  d.replaced_log_id is not null or d.state <> 'waiting' or d.produced_at is not null or d.tried_at is not null
    or (d.lease_id is not null and d.leased_until <= $2) as is_decided
from delivery d where d.log_id = any($1::uuid[]) or d.replaced_log_id = any($1::uuid[])
order by 1, 2`;

export const FORGET_DEADLINES = `delete from message_deadline where log_id = any($1::uuid[])`;

/**
 * Deliveries past their deadline ($1; a watch that has seen that looks again at $2 at the latest) to members with Kafka, active or not,
 * that wait and were never sent, of some shards ($3). Whether the payload is there matters, what it says does not.
 */
export const OVERDUE_AT_RELAY = `
with due as materialized (select log_id from message_deadline where look_at <= $2 order by look_at limit 1000)
select d.recipient, d.office, d.stream, d.epoch, d.seq, d.log_id, d.discard_reason, e.accepted_at, e.attributes, e.signature,
  e.signature_path, y.salt, y.log_id is not null as has_payload
from due join delivery d on d.log_id = due.log_id and d.state = 'waiting' and d.shard = any($3::smallint[])
    and not ${MAY_BE_THERE}
  join member m on m.code = d.recipient and m.transport = 'kafka'
  join log_entry e on e.log_id = d.log_id left join payload y on y.log_id = d.log_id
where (e.attributes ->> 'expirytime')::timestamptz <= $1 limit 200`;
