/** Locks the streams in key order and looks the messages up, in one statement. */
export const OPEN_INBOX = `
with locked as (
  insert into stream_in as s (key, epoch, last_in) select k, 1, 0 from unnest($1::text[]) k order by k
  on conflict (key) do update set last_in = s.last_in
  returning key, epoch, last_in as "lastIn", blocked_by as "blockedBy",
            exists (select from stash w where w.stream = s.key) as "hasStash"),
known as (
  select i.sender, i.id, i.hash, i.outcome from unnest($2::text[], $3::uuid[]) v(sender, id)
  join inbox i on i.sender = v.sender and i.id = v.id)
select (select coalesce(json_agg(locked), '[]') from locked) as streams,
       (select coalesce(json_agg(known), '[]') from known) as known`;

/** Looks messages up again with a fresh snapshot, after the streams are locked. */
export const KNOWN_INBOX = `
select i.sender, i.id, i.hash, i.outcome from unnest($1::text[], $2::uuid[]) v(sender, id)
join inbox i on i.sender = v.sender and i.id = v.id`;

/** Of each stream the records that can follow its last number without a gap, at most $4 a stream. */
export const STASHED = `
select w.headers, w.payload
from unnest($1::text[], $2::int[], $3::bigint[]) k(key, epoch, last_in),
  lateral (select headers, payload, seq, row_number() over (order by seq) as nr from stash
           where stream = k.key and epoch = k.epoch and seq > k.last_in order by seq limit $4) w
where w.seq = k.last_in + w.nr
order by k.key, w.seq`;

/** Streams that nothing holds any more and whose next number waits in the stash. */
export const RELEASED = `
select s.key from stream_in s
where s.blocked_by is null and exists (
  select from stash w where w.stream = s.key and w.epoch = s.epoch and w.seq = s.last_in + 1)
order by s.key limit $1`;

/** Marks, counters: the last write of a batch. */
export const CLOSE_INBOX = `
with v as (
  select * from unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[])
    as v(sender, id, stream, seq, hash, outcome, handled_at)),
marked as (
  insert into inbox (sender, id, stream, seq, hash, outcome, handled_at) select * from v
  on conflict (sender, id) do update set outcome = excluded.outcome, handled_at = excluded.handled_at),
unstashed as (
  delete from stash s using v where s.stream = v.stream and s.sender = v.sender and s.id = v.id and v.outcome <> 'stashed')
update stream_in s set epoch = k.epoch, last_in = k.last_in, blocked_by = k.blocked_by
from unnest($8::text[], $9::int[], $10::bigint[], $11::text[]) as k(key, epoch, last_in, blocked_by)
where s.key = k.key`;

export const PARK = `
insert into parked as p (sender, id, stream, seq, cause, detail, headers, payload, parked_at)
select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::jsonb[], $8::bytea[], $9::timestamptz[])
on conflict (sender, id) do update set attempts = p.attempts + 1`;

export const STASH = `
insert into stash (stream, epoch, seq, sender, id, headers, payload, stashed_at)
select * from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::uuid[], $6::jsonb[], $7::bytea[], $8::timestamptz[])
on conflict (stream, epoch, seq) do nothing`;
