/**
 * What waits at the bus, one row per recipient and state, by the partial indexes of open deliveries; then the gaps of the
 * senders' streams in one row without a recipient. `oldest` is the entry of the oldest delivery: its id tells the time.
 */
export const READ_BACKLOG = `
select m.code as recipient, 'waiting' as state, w.n, w.oldest, null::timestamptz as since, 0 as stashed
from member m cross join lateral (
  select (select count(*)::int from delivery d where d.recipient = m.code and d.state = 'waiting') as n,
    (select coalesce(d.replaced_log_id, d.log_id) from delivery d where d.recipient = m.code and d.state = 'waiting'
     order by d.ord limit 1) as oldest) w
union all
select recipient, 'produced', count(*)::int, min(coalesce(replaced_log_id, log_id)::text)::uuid, null, 0
from delivery where state = 'produced' group by recipient
union all
select recipient, outcome, count(*)::int, min(coalesce(replaced_log_id, log_id)::text)::uuid, null, 0
from delivery where state = 'acknowledged' and outcome not in ('handled', 'discarded') group by recipient, outcome
union all
select null, 'gaps', count(*)::int, null, min(gap_since), coalesce(sum(stashed), 0)::int from stream_in where stashed > 0`;
