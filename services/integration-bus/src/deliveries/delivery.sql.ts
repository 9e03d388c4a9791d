/**
 * Waiting deliveries of the reachable members ($4) that are active, each as many as it has room in flight ($3) and at most a
 * slice ($7), outside the streams that wait ($5), up to the one that reaches so many bytes ($6). A payload may be gone. The first row of each of
 * these members, if need be one without a delivery, tells what is in flight to it.
 */
export const CLAIM_DELIVERIES = `
with room as materialized (
  select v.recipient, array(
      select d.log_id from delivery d where d.recipient = v.recipient and d.state = 'produced' limit $3) as in_flight
  from unnest($4::text[]) v(recipient) join member m on m.code = v.recipient and m.state = 'active'),
picked as (
  select w.* from room, lateral (
    select d.recipient, d.office, d.stream, d.epoch, d.seq, d.log_id, d.ord, d.produced_at, d.discard_reason, d.replay_id
    from delivery d
    where d.recipient = room.recipient and d.state = 'waiting' and d.shard = any($1::smallint[])
      and d.recipient || '|' || d.epoch || '|' || d.stream <> all($5::text[])
    order by d.ord limit least($3 - cardinality(room.in_flight), $2, $7)) w
  order by w.ord limit $2),
whole as (
  select p.*, e.accepted_at, e.attributes, e.signature, e.signature_path, y.salt, y.traceparent, y.value,
    coalesce(octet_length(y.value), 0) as bytes
  from picked p join log_entry e using (log_id) left join payload y using (log_id)),
summed as (
  select w.*, count(*) over ()::int as found, sum(bytes) over (order by ord rows unbounded preceding) - bytes as bytes_before,
    row_number() over (partition by recipient order by ord) as nr
  from whole w)
select room.recipient, case when coalesce(s.nr, 1) = 1 then room.in_flight end as in_flight, s.office, s.stream, s.epoch,
       s.seq, s.log_id, s.produced_at, s.discard_reason, s.replay_id, s.accepted_at, s.attributes, s.signature, s.signature_path, s.salt,
       s.traceparent, s.value, s.found
from room left join (select * from summed where bytes_before < $6) s using (recipient) order by s.ord`;

/** An answer may come before the mark: then it has marked the delivery, which stays answered. */
export const MARK_PRODUCED = `
with locked as (
  select d.recipient, d.stream, d.epoch, d.seq, v.sent_at
  from unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::timestamptz[]) v(recipient, stream, epoch, seq, sent_at)
    join delivery d using (recipient, stream, epoch, seq)
  where d.state <> 'acknowledged' or d.produced_at is null
  order by 1, 2, 3, 4 for update of d)
update delivery d set
  state = case when d.state = 'waiting' then 'produced' else d.state end,
  produced_at = coalesce(d.produced_at, l.sent_at),
  last_produced_at = l.sent_at,
  attempts = d.attempts + 1,
  next_at = l.sent_at + interval '1 millisecond' * least($6::float8 * power(2, least(d.attempts, 20)), $7::float8)
from locked l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;

/**
 * Answered, but not with the last word: asked again, since the word that came later may be lost with its member. Stashed
 * ones as soon as nothing before them in their stream waits ($1), parked ones at the slowest pace ($2), few at a time ($3).
 */
export const REOPEN_UNFINISHED = `
with unfinished as (
  select d.recipient, d.stream, d.epoch, d.seq
  from delivery d join member m on m.code = d.recipient and m.state = 'active'
  where d.state = 'acknowledged' and d.outcome not in ('handled', 'discarded') and case d.outcome
    when 'parked' then coalesce(d.last_produced_at, d.acknowledged_at) <= $2::timestamptz
    else coalesce(d.next_at, d.acknowledged_at) <= $1::timestamptz and not exists (
      select 1 from delivery o where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch
        and o.seq < d.seq and (o.state <> 'acknowledged' or o.outcome = 'parked')) end
  order by coalesce(d.next_at, d.acknowledged_at), d.seq limit $3 for update of d skip locked)
update delivery d set state = 'waiting'
from unfinished u where (d.recipient, d.stream, d.epoch, d.seq) = (u.recipient, u.stream, u.epoch, u.seq)`;

/**
 * Produced, not answered in time: wait to be produced again. While the member shows no life since then, only the oldest
 * delivery of each stream does.
 */
export const REOPEN_DELIVERIES = `
with late as (
  select d.recipient, d.stream, d.epoch, d.seq
  from delivery d join member m on m.code = d.recipient and m.state = 'active'
    left join member_presence p on p.member = d.recipient
  where d.state = 'produced' and d.next_at <= $1::timestamptz
    and (p.last_seen_at > d.last_produced_at or not exists (
      select 1 from delivery o where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch
        and o.seq < d.seq and o.state <> 'acknowledged'))
  order by 1, 2, 3, 4 limit $2 for update of d skip locked)
update delivery d set state = 'waiting'
from late l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;
