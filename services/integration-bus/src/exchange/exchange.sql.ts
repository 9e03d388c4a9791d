import { APPEND_LOG, LOG_PARAMETERS } from '../log/append-log';

const p = (n: number): string => `$${LOG_PARAMETERS + n}`;

/**
 * Locks the streams of the batch in key order; the locks are held to the commit, so number order is commit order. New ones
 * are made; one that another instance makes at this moment is missing in the answer.
 */
export const LOCK_STREAMS = `
with locked as (
  select key, epoch, last_in, stashed from stream_in where key = any($1::text[]) order by key for no key update),
made as (
  insert into stream_in (key, epoch, last_in)
  select key, 0, 0 from (select unnest($1::text[]) except select key from locked) v(key) order by key
  on conflict (key) do nothing
  returning key, epoch, last_in, stashed)
select key, epoch, last_in, stashed from locked union all select key, epoch, last_in, stashed from made`;

export const FIND_PRIORS = `
with q as (select sender, id from unnest($1::text[], $2::uuid[]) q(sender, id))
select k.sender, k.id, k.leaf, k.content_hash, null::uuid as log_id, null as code, null as text, null::timestamptz as at
from q join known_message k using (sender, id)
union all
select r.sender, r.id, r.leaf, null, r.log_id, r.code, r.text, r.at from q join rejection r using (sender, id)`;

/**
 * Locks the outgoing streams in key order, takes their next numbers and writes the deliveries, before any delivery is
 * locked for its answer. The first number of a new epoch is 1.
 */
export const MAKE_DELIVERIES = `
with v as (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::smallint[])
    with ordinality v(key, recipient, stream, office, log_id, shard, nr)),
counted as (select key, count(*) as n from v group by key),
numbered as (
  insert into stream_out as s (key, epoch, next_out) select key, (select max(epoch) from delivery_epoch), n + 1
  from counted order by key
  on conflict (key) do update set epoch = excluded.epoch,
    next_out = excluded.next_out + case when s.epoch = excluded.epoch then s.next_out - 1 else 0 end
  returning key, epoch, next_out)
insert into delivery (recipient, stream, epoch, seq, office, log_id, shard)
select v.recipient, v.stream, s.epoch, s.next_out - c.n - 1 + row_number() over (partition by v.key order by v.nr),
       v.office, v.log_id, v.shard
from v join counted c using (key) join numbered s using (key)
order by v.nr
returning log_id, recipient, epoch, seq`;

export const WRITE_LOG = `
with ${APPEND_LOG},
  known as (
    insert into known_message (sender, id, leaf, content_hash, log_id)
    select * from unnest(${p(1)}::text[], ${p(2)}::uuid[], ${p(3)}::bytea[], ${p(4)}::text[], ${p(5)}::uuid[])),
  refused as (
    insert into rejection (sender, id, leaf, log_id, code, text, at)
    select * from unnest(${p(6)}::text[], ${p(7)}::uuid[], ${p(8)}::bytea[], ${p(9)}::uuid[], ${p(10)}::text[],
                         ${p(11)}::text[], ${p(12)}::timestamptz[])
    on conflict (sender, id, leaf) do nothing),
  kept as (
    insert into payload (log_id, value, salt, traceparent)
    select * from unnest(${p(13)}::uuid[], ${p(14)}::bytea[], ${p(15)}::text[], ${p(16)}::text[]))
select 1`;

/**
 * Counters and acknowledgements. The relay of another process ($15) is woken when there are deliveries ($17) or the
 * answers made room at a recipient that had so many open ($16). An outcome that is said again changes nothing, and
 * nothing changes a last word: where its recipient had asked for the delivery again, the answer only closes it again. What
 * was produced and is not marked yet is marked with its answer: at the time the relay knows, else at that of the answer. A
 * delivery is found by its entry; what stands beside it is compared, never looked up, since many share a stream. An answer
 * about a message whose number a void took meanwhile is kept as a word about that message.
 */
export const ANSWER_DELIVERIES = `
with counted as (
    update stream_in s set epoch = v.epoch, last_in = v.last_in
    from unnest($1::text[], $2::int[], $3::bigint[]) v(key, epoch, last_in) where s.key = v.key),
  seen as (
    insert into member_presence (member, last_seen_at)
    select distinct member, $13::timestamptz from unnest($4::text[]) v(member) order by member
    on conflict (member) do update set last_seen_at = excluded.last_seen_at),
  answers as (
    select * from unnest($4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::text[], $9::timestamptz[],
                         $10::text[], $11::uuid[], $12::text[], $14::timestamptz[])
      v(recipient, stream, seq, log_id, outcome, handled_at, cause, ack_log_id, ack_path, sent_at)),
  locked as (
    select d.recipient, d.stream, d.epoch, d.seq, d.log_id, a.outcome, a.handled_at, a.cause, a.ack_log_id, a.ack_path,
      a.outcome is not distinct from d.outcome or coalesce(d.outcome in ('handled', 'discarded'), false) as is_known,
      coalesce(d.outcome in ('handled', 'discarded'), false) as is_closed,
      case when d.state = 'waiting'
        then coalesce(a.sent_at, case when d.produced_at is null then least(a.handled_at, $13) end) end as unmarked_since
    from answers a join delivery d on d.log_id = a.log_id
      and (d.recipient || '', d.stream || '', d.seq + 0) = (a.recipient, a.stream, a.seq)
    where d.outcome is null or d.outcome not in ('handled', 'discarded') or d.asked_again_at is not null
    order by 1, 2, 3, 4 for update of d),
  acknowledged as (
    update delivery d set state = 'acknowledged',
      produced_at = coalesce(d.produced_at, l.unmarked_since),
      last_produced_at = coalesce(l.unmarked_since, d.last_produced_at),
      attempts = d.attempts + (l.unmarked_since is not null)::int,
      next_at = case when l.unmarked_since is null then d.next_at else l.unmarked_since
        + interval '1 millisecond' * least($18::float8 * power(2, least(d.attempts, 20)), $19::float8) end,
      acknowledged_at = case when l.is_closed then d.acknowledged_at else $13 end,
      outcome = case when l.is_closed then d.outcome else l.outcome end,
      asked_again_at = case when l.outcome in ('handled', 'discarded') then null else d.asked_again_at end,
      handled_at = case when l.is_known then d.handled_at else l.handled_at end,
      cause = case when l.is_known then d.cause else l.cause end,
      ack_log_id = case when l.is_known then d.ack_log_id else l.ack_log_id end,
      ack_path = case when l.is_known then d.ack_path else l.ack_path end
    from locked l
    where d.log_id = l.log_id
      and (d.recipient || '', d.stream || '', d.epoch + 0, d.seq + 0) = (l.recipient, l.stream, l.epoch, l.seq)
    returning 1),
  overtaken as (
    insert into delivery_word (recipient, log_id, outcome, cause, handled_at, acknowledged_at, ack_log_id, ack_path)
    select a.recipient, a.log_id, a.outcome, a.cause, a.handled_at, $13, a.ack_log_id, a.ack_path
    from answers a join delivery d on d.replaced_log_id = a.log_id
      and (d.recipient || '', d.stream || '', d.seq + 0) = (a.recipient, a.stream, a.seq)
    where not exists (
      select 1 from delivery_word w where (w.log_id, w.recipient, w.outcome) = (a.log_id, a.recipient, a.outcome)))
select (select count(*) from acknowledged)::int as acknowledged,
  case when $15::text is not null and ($17::boolean or exists (
    select 1 from (select distinct recipient from answers) u
    where (select count(*) from (
          select 1 from delivery d where d.recipient = u.recipient and d.state = 'waiting' limit $16) w)
        + (select count(*) from (
          select 1 from delivery d where d.recipient = u.recipient and d.state = 'produced' limit $16) x) >= $16))
    then pg_notify($15, '') end`;

/**
 * What a recipient ($1) says it misses waits to be produced again: of each range the first $6. Also what it had answered:
 * after a restore it may have lost it, and the answer stays beside. Rows that are being marked or answered are skipped; it
 * asks again while the gap lasts. Wakes the relay of another process ($8).
 */
export const RESEND_DELIVERIES = `
with wanted as (
  select distinct w.* from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]) v(stream, epoch, first, last),
    lateral (
      select d.recipient, d.stream, d.epoch, d.seq from delivery d
      where d.recipient = $1 and d.stream = v.stream and d.epoch = v.epoch and d.seq between v.first and v.last
      order by d.seq limit $6) w
  order by 1, 2, 3, 4 limit $6),
locked as (
  select d.recipient, d.stream, d.epoch, d.seq from wanted join delivery d using (recipient, stream, epoch, seq)
  where d.state <> 'waiting' order by 1, 2, 3, 4 for update of d skip locked),
reopened as (
  update delivery d set state = 'waiting', lease_id = null, leased_until = null,
    asked_again_at = case when d.outcome in ('handled', 'discarded') then $7::timestamptz end
  from locked l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)
  returning 1)
select n as reopened, case when $8::text is not null and n > 0 then pg_notify($8, '') end
from (select count(*)::int as n from reopened) c`;

/** Messages that wait behind a gap of their stream. */
export const READ_STASH = `
select key, epoch, seq, topic, partition, record_offset, headers, value from stash where key = any($1::text[])
order by key, epoch, seq`;

/** Apart from the insert, and before it: one statement would not see its own deletion of the same number. */
export const REMOVE_FROM_STASH = `
delete from stash s using unnest($1::text[], $2::int[], $3::bigint[]) v(key, epoch, seq)
where (s.key, s.epoch, s.seq) = (v.key, v.epoch, v.seq)`;

export const ADD_TO_STASH = `
insert into stash (key, epoch, seq, topic, partition, record_offset, headers, value, stashed_at)
select key, epoch, seq, topic, partition, record_offset, headers, value, $9
from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::int[], $6::bigint[], $7::jsonb[], $8::bytea[])
  v(key, epoch, seq, topic, partition, record_offset, headers, value)
on conflict (key, epoch, seq) do nothing`;

export const COUNT_STASH = `
update stream_in s set stashed = c.n, gap_since = c.since, asked_at = case when c.n > 0 then coalesce(s.asked_at, $2) end,
  alarmed_at = case when c.n > 0 then s.alarmed_at end
from (
  select v.key, count(h.key) as n, min(h.stashed_at) as since
  from unnest($1::text[]) v(key) left join stash h using (key) group by v.key) c
where s.key = c.key`;
