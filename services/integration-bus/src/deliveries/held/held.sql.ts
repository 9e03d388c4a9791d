/** Who gives out deliveries of a member without Kafka holds this lock to the commit, so that a stream has one taker. */
export const LOCK_RECIPIENT = `select pg_advisory_xact_lock(hashtext('held-deliveries'), hashtext($1))`;

/**
 * They wait again: what was given out and not answered in time ($2), and what was reserved for a webhook by somebody who then
 * said nothing more. That may have been sent, so no void takes its number from here on. What is being answered at this
 * moment is left alone.
 */
export const FREE_OVERDUE = `
with overdue as (
  select recipient, stream, epoch, seq from delivery where recipient = $1 and state = 'produced' and next_at <= $2
  order by 1, 2, 3, 4 for update skip locked),
lapsed as (
  select recipient, stream, epoch, seq from delivery
  where recipient = $1 and state = 'waiting' and lease_id is not null and leased_until <= $2
  order by 1, 2, 3, 4 for update skip locked)
update delivery d set state = 'waiting', lease_id = null, leased_until = null,
  tried_at = case when d.state = 'waiting' then coalesce(d.tried_at, $2) else d.tried_at end
from (select * from overdue union all select * from lapsed) o
where (d.recipient, d.stream, d.epoch, d.seq) = (o.recipient, o.stream, o.epoch, o.seq)`;

/**
 * Waiting deliveries of one member ($1), if it is active and has no topic, in the order of acceptance, as many as there is room in flight ($3) and at most $4,
 * up to the one that reaches so many bytes ($5). A stream of which something is under way at $2 waits whole; where the member
 * leases ($6), so does one of which something is not answered yet. What is judged is read by LOCK_PICKED.
 */
const pickHeld = ({ also, order }: { readonly also: string; readonly order: string }): string => `
with picked as (
  select d.* from delivery d
  where d.recipient = $1 and d.state = 'waiting'
    and exists (select 1 from member m where m.code = $1 and m.state = 'active' and m.transport <> 'kafka')
    and not exists (
      select 1 from delivery o where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch
        and o.state = 'waiting' and (o.lease_id is not null or o.leased_until > $2::timestamptz))
    and not ($6::boolean and exists (
      select 1 from delivery o where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch
        and o.state = 'produced'))
    ${also}
  order by ${order}
  limit least($4::int, greatest(0, $3::int - (
    select count(*) from (select 1 from delivery o where o.recipient = $1 and o.state = 'produced' limit $3) f)))),
whole as (
  select p.recipient, p.office, p.stream, p.epoch, p.seq, p.log_id, p.ord, e.accepted_at, e.attributes, e.signature,
    e.signature_path, y.salt, y.traceparent, y.value,
    sum(coalesce(octet_length(y.value), 0) + 2000) over (order by p.ord) - coalesce(octet_length(y.value), 0) as bytes_before
  from picked p join log_entry e using (log_id) left join payload y using (log_id))
select * from whole where bytes_before <= $5::bigint order by ord`;

export const PICK_HELD = pickHeld({ also: '', order: 'd.ord' });

/** For the try that shows whether a webhook is back: first what was tried least, so that messages which are always refused hide no other. */
export const PICK_TRY = pickHeld({
  also: `and not exists (
      select 1 from delivery o where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch
        and o.state = 'waiting' and o.seq < d.seq)`,
  order: 'd.attempts, d.ord',
});

/** Waiting deliveries of one member ($1) without a topic, active or not, by what they carry ($2), that nobody has reserved. */
export const PICK_BY_ENTRY = `
select d.recipient, d.office, d.stream, d.epoch, d.seq, d.log_id, e.accepted_at, e.attributes, e.signature, e.signature_path,
  y.salt, y.traceparent, y.value
from delivery d join log_entry e using (log_id) left join payload y using (log_id)
where d.recipient = $1 and d.log_id = any($2::uuid[]) and d.state = 'waiting' and d.lease_id is null
  and exists (select 1 from member m where m.code = $1 and m.transport <> 'kafka')`;

/**
 * Those that still wait and that nobody has reserved, locked in the order in which all lock deliveries, with what decides
 * whether they may go out as it is now.
 */
export const LOCK_PICKED = `
select d.log_id, d.discard_reason, d.produced_at is not null or d.tried_at is not null as is_produced_before
from unnest($2::text[], $3::int[], $4::bigint[]) v(stream, epoch, seq)
  join delivery d on d.recipient = $1 and (d.stream, d.epoch, d.seq) = (v.stream, v.epoch, v.seq)
where d.state = 'waiting' and d.lease_id is null order by d.recipient, d.stream, d.epoch, d.seq for update of d`;

/** Leased to $5 until $6: delivered, and given out again when it is not answered by then. */
export const LEASE_PICKED = `
update delivery d set state = 'produced', produced_at = coalesce(d.produced_at, $7), last_produced_at = $7,
  attempts = d.attempts + 1, next_at = $6, lease_id = $5, leased_until = $6
from unnest($2::text[], $3::int[], $4::bigint[]) v(stream, epoch, seq)
where d.recipient = $1 and (d.stream, d.epoch, d.seq) = (v.stream, v.epoch, v.seq)`;

/** On its way to a webhook until $6 at the latest; it is delivered when the webhook says so. */
export const RESERVE_PICKED = `
update delivery d set lease_id = $5, leased_until = $6
from unnest($2::text[], $3::int[], $4::bigint[]) v(stream, epoch, seq)
where d.recipient = $1 and (d.stream, d.epoch, d.seq) = (v.stream, v.epoch, v.seq)`;

/** When something that is under way to $1 is due again. */
export const NEXT_DUE = `
select least(
  (select min(next_at) from delivery where recipient = $1 and state = 'produced'),
  (select min(leased_until) from delivery where recipient = $1 and state = 'waiting' and leased_until > $2)) as due`;

/** Gives back what a lease ($2) of $1 has left. */
export const GIVE_BACK = `
with left_over as (
  select recipient, stream, epoch, seq from delivery
  where recipient = $1 and lease_id = $2 and state <> 'acknowledged' order by 1, 2, 3, 4 for update)
update delivery d set state = 'waiting', lease_id = null, leased_until = null
from left_over l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;
