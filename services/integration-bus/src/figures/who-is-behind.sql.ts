/**
 * Each member with what waits for it, the entry of the oldest of that, when it was last seen, and how many deliveries it
 * handled since $1; and what of its own waits at the bus behind numbers that it has not sent.
 */
export const WHO_IS_BEHIND = `
with answered as (
  select recipient, count(*)::int as n from delivery where acknowledged_at >= $1 and outcome = 'handled' group by recipient),
unfinished as (
  select recipient, count(*) filter (where outcome = 'parked')::int as parked,
    count(*) filter (where outcome = 'stashed')::int as stashed, min(coalesce(replaced_log_id, log_id)::text) as oldest
  from delivery where state = 'acknowledged' and outcome not in ('handled', 'discarded') group by recipient),
gaps as (
  select split_part(key, '|', 1) as sender, count(*)::int as gaps, sum(stashed)::int as behind_gaps, min(gap_since) as since
  from stream_in where stashed > 0 group by 1)
select m.code as member, m.state, m.transport, p.last_seen_at, coalesce(a.n, 0) as handled,
  w.n as waiting, f.n as in_flight, coalesce(u.parked, 0) as parked, coalesce(u.stashed, 0) as stashed,
  least(w.oldest::text, f.oldest, u.oldest)::uuid as oldest,
  coalesce(g.gaps, 0) as gaps, coalesce(g.behind_gaps, 0) as behind_gaps, g.since as gap_since
from member m
  cross join lateral (
    select (select count(*)::int from delivery d where d.recipient = m.code and d.state = 'waiting') as n,
      (select coalesce(d.replaced_log_id, d.log_id) from delivery d where d.recipient = m.code and d.state = 'waiting'
       order by d.ord limit 1) as oldest) w
  cross join lateral (
    select count(*)::int as n, min(coalesce(d.replaced_log_id, d.log_id)::text) as oldest
    from delivery d where d.recipient = m.code and d.state = 'produced') f
  left join unfinished u on u.recipient = m.code
  left join answered a on a.recipient = m.code
  left join gaps g on g.sender = m.code
  left join member_presence p on p.member = m.code
order by m.code`;
