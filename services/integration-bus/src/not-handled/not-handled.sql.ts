/**
 * Deliveries whose last word is that their recipient did not get them or could not take them, and whose sender was not told
 * so yet: each with its own message's entry, whatever a void replaced.
 */
export const FIND_NOT_HANDLED = `
with failed as (
  select d.recipient, d.stream, d.epoch, d.seq, coalesce(d.replaced_log_id, d.log_id) as log_id, d.log_id as carried,
    case when d.replaced_log_id is null then d.outcome else 'void' end as word, d.replaced_log_id is not null as is_void,
    d.cause, d.acknowledged_at
  from delivery d where d.outcome in ('parked', 'discarded') or d.replaced_log_id is not null),
untold as (
  select f.* from failed f where not exists (
    select 1 from not_handled_told t
    where (t.recipient, t.stream, t.epoch, t.seq, t.word) = (f.recipient, f.stream, f.epoch, f.seq, f.word))
  limit $1)
select u.recipient, u.stream, u.epoch, u.seq, u.word, u.log_id, e.sender, e.id, e.stream as sent_in,
  case when u.is_void then convert_from(y.value, 'utf8')::jsonb ->> 'reason' else u.cause end as reason,
  case when u.is_void then v.accepted_at else u.acknowledged_at end as at
from untold u join log_entry e on e.log_id = u.log_id join member m on m.code = e.sender
  left join log_entry v on v.log_id = u.carried left join payload y on y.log_id = u.carried
order by e.sender, u.log_id`;

export const MARK_TOLD = `
insert into not_handled_told (recipient, stream, epoch, seq, word, told_at)
select v.*, $6 from unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[]) v
on conflict do nothing`;

/** What was told long ago of deliveries that are gone. */
export const FORGET_TOLD = `
delete from not_handled_told t where told_at < $1 and not exists (
  select 1 from delivery d where (d.recipient, d.stream, d.epoch, d.seq) = (t.recipient, t.stream, t.epoch, t.seq))`;
