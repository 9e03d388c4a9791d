/**
 * Locks the streams in key order and looks the messages up, in one statement. Not by `select … for update`, though it
 * writes nothing: beside the partitioned inbox in one statement it ends PostgreSQL 18.4 when it has to wait for a lock.
 */
export const OPEN_INBOX = `
with locked as (
  insert into stream_in as s (key, epoch, last_in) select k, 1, 0 from unnest($1::text[]) k order by k
  on conflict (key) do update set last_in = s.last_in
  returning key, epoch, last_in as "lastIn", blocked_by as "blockedBy",
            exists (select from stash w where w.stream = s.key) as "hasStash"),
known as (
  select i.sender, i.id, i.hash, i.outcome, i.cause from unnest($2::text[], $3::uuid[]) v(sender, id)
  join inbox i on i.sender = v.sender and i.id = v.id)
select (select coalesce(json_agg(locked), '[]') from locked) as streams,
       (select coalesce(json_agg(known), '[]') from known) as known`;

/** Looks messages up again with a fresh snapshot, after the streams are locked. */
export const KNOWN_INBOX = `
select i.sender, i.id, i.hash, i.outcome, i.cause from unnest($1::text[], $2::uuid[]) v(sender, id)
join inbox i on i.sender = v.sender and i.id = v.id`;

/**
 * Of each stream the records that can follow its last number without a gap, and those that begin a later epoch at 1; with
 * $5 also those whose number was passed meanwhile, which are to be judged. At most $4, and $6 bytes unless the first is larger.
 */
export const STASHED = `
select stream, epoch, seq, sender, id, headers, payload, arrived_as from (
  select f.*, row_number() over w as nr, sum(octet_length(payload)) over w as bytes from (
select k.key as stream, w.epoch, w.seq, w.sender, w.id, w.headers, w.payload, w.arrived_as
from unnest($1::text[], $2::int[], $3::bigint[]) k(key, epoch, last_in),
  lateral (
    select s.*, row_number() over (partition by s.epoch order by s.seq) as nr from stash s
    where s.stream = k.key and (s.epoch > k.epoch or (s.epoch = k.epoch and s.seq > k.last_in))
    order by s.epoch, s.seq limit $4) w
where w.seq = case when w.epoch = k.epoch then k.last_in else 0 end + w.nr
union all
select s.stream, s.epoch, s.seq, s.sender, s.id, s.headers, s.payload, s.arrived_as
from unnest($1::text[], $2::int[], $3::bigint[]) k(key, epoch, last_in)
join stash s on $5 and s.stream = k.key and (s.epoch < k.epoch or (s.epoch = k.epoch and s.seq <= k.last_in))
  ) f window w as (order by f.stream, f.epoch, f.seq rows unbounded preceding)) bounded
where nr <= $4 and (nr = 1 or bytes <= $6)
order by stream, epoch, seq`;

/** Streams after $2, in order, that nothing holds any more and in which a waiting record can be judged. */
export const RELEASED = `
select distinct w.stream as key from stash w join stream_in s on s.key = w.stream
where w.stream > $2 and s.blocked_by is null
  and (w.epoch < s.epoch or (w.epoch = s.epoch and w.seq <= s.last_in + 1) or (w.epoch > s.epoch and w.seq = 1))
order by 1 limit $1`;

/** Marks, counters: the last write of a batch. */
export const CLOSE_INBOX = `
with v as (
  select * from unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
    as v(sender, id, stream, seq, hash, outcome, cause, handled_at)),
marked as (
  insert into inbox (sender, id, stream, seq, hash, outcome, cause, handled_at) select * from v
  on conflict (sender, id) do update
    set outcome = excluded.outcome, cause = excluded.cause, handled_at = excluded.handled_at),
unstashed as (
  delete from stash s using unnest($9::text[], $10::int[], $11::bigint[]) as u(stream, epoch, seq)
  where s.stream = u.stream and s.epoch = u.epoch and s.seq = u.seq)
update stream_in s set epoch = k.epoch, last_in = k.last_in, blocked_by = k.blocked_by
from unnest($12::text[], $13::int[], $14::bigint[], $15::text[]) as k(key, epoch, last_in, blocked_by)
where s.key = k.key`;

/** A message that was released before keeps counting its attempts; an unreadable record that was discarded stays so. */
export const PARK = `
insert into parked as p (sender, id, stream, epoch, seq, holds_stream, cause, text_vi, text_en, detail, headers, payload,
                         arrived_as, attempts, parked_at, last_attempt_at)
select v.sender, v.id, v.stream, v.epoch, v.seq, v.holds_stream, v.cause, v.text_vi, v.text_en, v.detail, v.headers,
       v.payload, v.arrived_as, 1 + coalesce(earlier.attempts, 0), coalesce(earlier.first_parked_at, $14), $14
from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::boolean[], $7::text[], $8::text[], $9::text[],
            $10::text[], $11::jsonb[], $12::bytea[], $13::text[])
    as v(sender, id, stream, epoch, seq, holds_stream, cause, text_vi, text_en, detail, headers, payload, arrived_as),
  lateral (select max(a.attempts) as attempts, min(a.first_parked_at) as first_parked_at from parked_act a
           where a.sender = v.sender and a.id = v.id and a.act = 'release') earlier
where v.sender <> $15 or not exists (
  select from parked_act d where d.sender = v.sender and d.id = v.id and d.act = 'discard')
on conflict (sender, id) do update set attempts = p.attempts + 1, last_attempt_at = excluded.last_attempt_at,
  cause = excluded.cause, text_vi = excluded.text_vi, text_en = excluded.text_en, detail = excluded.detail,
  headers = excluded.headers
returning p.id`;

/** The act of the bus by which a parked message was tried last. */
export const LAST_REPLAY = `select headers ->> 'ce_replay' as replay from parked where sender = $1 and id = $2`;

/** Why another message under a known identity was discarded, and whether one waits under its number. */
export const DISCARDED = `
select a.reason, exists (select from stash w where w.stream = $3 and w.epoch = $4 and w.seq = $5) as "isNumberTaken"
from parked_act a where a.sender = $1 and a.id = $2 and a.act = 'discard' order by a.ord desc limit 1`;

/** A void takes the place of the record that it replaces. */
export const UNSTASH_REPLACED = `
delete from stash s using unnest($1::text[], $2::int[], $3::bigint[], $4::uuid[]) as u(stream, epoch, seq, id)
where s.stream = u.stream and s.epoch = u.epoch and s.seq = u.seq and s.id = u.id`;

/** Tells which records found their place free. */
export const STASH = `
insert into stash (stream, epoch, seq, sender, id, headers, payload, arrived_as, stashed_at)
select *, $9::timestamptz from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::uuid[], $6::jsonb[], $7::bytea[], $8::text[])
on conflict (stream, epoch, seq) do nothing
returning sender, id`;

/** Where a message waits in its stream. */
export const STASH_PLACE = `
select epoch, seq from stash where stream = $1 and sender = $2 and id = $3 order by epoch limit 1`;

/** Which of these messages wait in the stash. */
export const WAITING_IN_STASH = `
select s.sender, s.id from stash s join unnest($1::text[], $2::text[], $3::uuid[]) as v(stream, sender, id)
on s.stream = v.stream and s.sender = v.sender and s.id = v.id`;

/** Parked messages that were handled since the bus sent them once more leave the list; the act ($5) is kept as the reason. */
export const RELEASE_PARKED = `
with gone as (
  delete from parked p using unnest($1::text[], $2::text[], $5::text[]) as v(sender, id, replay)
  where p.sender = v.sender and p.id = v.id returning p.*, v.replay)
insert into parked_act (act, sender, id, stream, epoch, seq, cause, attempts, first_parked_at, person, office, reason, at)
select 'release', sender, id, stream, epoch, seq, cause, attempts, parked_at, $3, $3, replay, $4 from gone`;

/** Parked messages whose void came leave the list; the act says so. */
export const VOID_PARKED = `
with gone as (
  delete from parked p using unnest($1::text[], $2::text[]) as v(sender, id)
  where p.sender = v.sender and p.id = v.id returning p.*)
insert into parked_act (act, sender, id, stream, epoch, seq, cause, attempts, first_parked_at, person, office, at)
select 'void', sender, id, stream, epoch, seq, cause, attempts, parked_at, $3, $4, $5 from gone`;
