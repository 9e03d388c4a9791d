/**
 * The webhook has taken them: delivered. An answer that came before has marked them itself. Only for who has reserved them ($8):
 * whoever was too slow has lost them to another, who posts them again.
 */
export const MARK_TAKEN = `
with taken as (
  select d.recipient, d.stream, d.epoch, d.seq
  from unnest($2::text[], $3::int[], $4::bigint[]) v(stream, epoch, seq)
    join delivery d on d.recipient = $1 and (d.stream, d.epoch, d.seq) = (v.stream, v.epoch, v.seq)
  where d.lease_id = $8
  order by 1, 2, 3, 4 for update of d)
update delivery d set
  state = case when d.state = 'waiting' then 'produced' else d.state end,
  produced_at = coalesce(d.produced_at, $5), last_produced_at = $5, attempts = d.attempts + 1,
  next_at = $5::timestamptz + interval '1 millisecond' * least($6::float8 * power(2, least(d.attempts, 20)), $7::float8),
  lease_id = null, leased_until = null, tried_at = null
from taken t where (d.recipient, d.stream, d.epoch, d.seq) = (t.recipient, t.stream, t.epoch, t.seq)`;

/**
 * Not taken: the first ($8) waits with its stream, drawn between nothing and the doubled delay, and is noted as tried when the
 * webhook may have it all the same ($9); those behind it are only given back. Only for who has reserved them ($10).
 */
export const GIVE_BACK_UNTAKEN = `
with left_over as (
  select d.recipient, d.stream, d.epoch, d.seq, v.seq = $8::bigint as is_failed
  from unnest($2::text[], $3::int[], $4::bigint[]) v(stream, epoch, seq)
    join delivery d on d.recipient = $1 and (d.stream, d.epoch, d.seq) = (v.stream, v.epoch, v.seq)
  where d.state = 'waiting' and d.lease_id = $10 order by 1, 2, 3, 4 for update of d)
update delivery d set
  lease_id = null,
  attempts = d.attempts + l.is_failed::int,
  leased_until = case when l.is_failed
    then $5::timestamptz + interval '1 millisecond' * random() * least($6::float8 * power(2, least(d.attempts, 20)), $7::float8) end,
  tried_at = case when l.is_failed and $9::boolean then $5::timestamptz else d.tried_at end
from left_over l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;
