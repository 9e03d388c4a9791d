/**
 * What was accepted or refused from $3 and before $4 (entries between the ids $1 and $2 and of these times), by day in
 * Vietnam, member and type: as its sender, and as its recipient. Of the member $5 alone when it is given; at most $6 rows.
 */
export const EXCHANGE_FIGURES = `
with entry as materialized (
  select e.log_id, e.kind, e.sender, e.type, (e.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
  from log_entry e
  where e.log_id >= $1::uuid and e.log_id < $2::uuid and e.kind in ('accepted', 'rejected') and e.sender is not null
    and e.accepted_at >= $3::timestamptz and e.accepted_at < $4::timestamptz),
received as (
  select e.day, e.type, d.recipient, d.outcome, false as is_void from entry e join delivery d on d.log_id = e.log_id
  where e.kind = 'accepted' and d.replaced_log_id is null
  union all
  select e.day, e.type, d.recipient, d.outcome, true from entry e join delivery d on d.replaced_log_id = e.log_id
  where e.kind = 'accepted'),
part as (
  select day, sender as member, type, count(*) filter (where kind = 'accepted') as sent,
    count(*) filter (where kind = 'rejected') as rejected, 0::bigint as received, 0::bigint as handled, 0::bigint as discarded
  from entry group by 1, 2, 3
  union all
  select day, recipient, type, 0, 0, count(*), count(*) filter (where outcome = 'handled' and not is_void),
    count(*) filter (where outcome = 'discarded' or is_void)
  from received group by 1, 2, 3)
select day, member, type, sum(sent)::int as sent, sum(rejected)::int as rejected, sum(received)::int as received,
  sum(handled)::int as handled, sum(discarded)::int as discarded
from part where $5::text is null or member = $5 group by 1, 2, 3 order by 1, 2, 3 limit $6`;
