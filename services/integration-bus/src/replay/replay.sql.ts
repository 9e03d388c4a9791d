const INSERT_REPLAY = `
insert into replay (id, kind, content, reason, by, per_second, begun_at, next_at, found)
select $1, $2, $3::jsonb, $4, $5::jsonb, $6, $7, $7, count(*) from item
returning found::int as found`;

/** How many messages one replay may find. */
const MOST_ITEMS = 1_000_000;

/**
 * Begins a replay ($1–$7) of answered deliveries, in the order in which they were made: of the recipient $8, the sender $9,
 * the type $10, the outcome $11, the cause $12, the dossier $13, the entry $14, accepted from $15 and before $16 (their
 * entries' ids from $17 and before $18). What is null is not asked for.
 */
export const BEGIN_AGAIN = `
with item as (
  insert into replay_item (replay_id, nr, log_id, recipient)
  select $1::uuid, row_number() over (order by d.ord), d.log_id, d.recipient
  from delivery d join log_entry e on e.log_id = coalesce(d.replaced_log_id, d.log_id)
  where d.outcome is not null
    and ($8::text is null or d.recipient = $8) and ($9::text is null or e.sender = $9)
    and ($10::text is null or e.type = $10) and ($11::text is null or d.outcome = $11)
    and ($12::text is null or d.cause = $12) and ($13::text is null or e.subject = $13)
    and ($14::uuid is null or e.log_id = $14)
    and ($15::timestamptz is null or e.accepted_at >= $15) and ($16::timestamptz is null or e.accepted_at < $16)
    and ($17::uuid is null or e.log_id >= $17) and ($18::uuid is null or e.log_id < $18)
  order by d.ord limit ${MOST_ITEMS}
  returning 1)
${INSERT_REPLAY}`;

/**
 * Begins to give the past ($1–$7) to the recipient $8: accepted messages of the types $9, of the sender $10, the dossier
 * $11, accepted from $12 and before $13 (entries' ids from $14 and before $15), in the order of the log.
 */
export const BEGIN_HISTORY = `
with item as (
  insert into replay_item (replay_id, nr, log_id, recipient)
  select $1::uuid, row_number() over (order by e.log_id), e.log_id, $8::text
  from log_entry e
  where e.kind = 'accepted' and e.type = any($9::text[]) and ($10::text is null or e.sender = $10)
    and ($11::text is null or e.subject = $11) and e.accepted_at >= $12::timestamptz and e.accepted_at < $13::timestamptz
    and e.log_id >= $14::uuid and e.log_id < $15::uuid and e.sender <> $8
  order by e.log_id limit ${MOST_ITEMS}
  returning 1)
${INSERT_REPLAY}`;

/** A replay whose turn it is, locked; with what it sent that has no answer yet. */
export const CLAIM_REPLAY = `
with due as (
  select * from replay where state = 'running' and next_at <= $1 order by next_at limit 1 for update skip locked)
select due.*, (select count(*)::int from delivery d where d.replay_id = due.id and d.state <> 'acknowledged') as open from due`;

/** The next $2 messages of a replay, with what decides whether they are sent. They leave the list. */
export const TAKE_ITEMS = `
with taken as (
  delete from replay_item i using (select nr from replay_item where replay_id = $1 order by nr limit $2) n
  where i.replay_id = $1 and i.nr = n.nr returning i.nr, i.log_id, i.recipient)
select t.log_id, t.recipient, e.sender, e.type, e.stream, e.attributes ->> 'expirytime' as expiry_time,
  exists (select from payload y where y.log_id = t.log_id) as has_payload, d.state, d.outcome
from taken t join log_entry e using (log_id)
  left join lateral (
    select d.state, d.outcome from delivery d
    where d.recipient = t.recipient and (d.log_id = t.log_id or d.replaced_log_id = t.log_id) limit 1) d on true
order by t.nr`;

/** Answered deliveries ($2, $3) wait to be produced once more, same id and number; the answer stays beside. */
export const SEND_AGAIN = `
with locked as (
  select d.recipient, d.stream, d.epoch, d.seq from unnest($2::text[], $3::uuid[]) v(recipient, log_id)
    join delivery d using (recipient, log_id)
  where d.state = 'acknowledged' order by 1, 2, 3, 4 for update of d)
update delivery d set state = 'waiting', replay_id = $1, lease_id = null, leased_until = null,
  asked_again_at = case when d.outcome in ('handled', 'discarded') then $4::timestamptz end
from locked l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;

/** Deliveries of the past ($2, $3) are marked with the act that gave them. */
export const MARK_HISTORY = `
update delivery d set replay_id = $1, given_by = $1
from unnest($2::text[], $3::uuid[]) v(recipient, log_id) where (d.recipient, d.log_id) = (v.recipient, v.log_id)`;

export const ADVANCE_REPLAY = `
update replay set sent = sent + $2, left_out = $3::jsonb, next_at = $4, state = $5, done_at = case when $5 = 'done' then $6::timestamptz end
where id = $1`;

export const STOP_REPLAY = `
with stopped as (update replay set state = 'stopped', done_at = $2 where id = $1 and state = 'running' returning id),
left_over as (delete from replay_item i using stopped s where i.replay_id = s.id)
select exists (select from stopped) as stopped`;

/** The newest first, after the place ($1, $2), at most $3; or the one ($4). */
export const LIST_REPLAYS = `
select r.*, (select count(*)::int from replay_item i where i.replay_id = r.id) as to_do,
  (select count(*)::int from delivery d where d.replay_id = r.id and d.state <> 'acknowledged') as open
from replay r
where ($4::uuid is null or r.id = $4) and ($1::timestamptz is null or (r.begun_at, r.id) < ($1, $2::uuid))
order by r.begun_at desc, r.id desc limit $3`;
