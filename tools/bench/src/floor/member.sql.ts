const CHANGE_STATE = `
  on conflict (key) do update set visits = state.visits + 1, amount = state.amount + excluded.amount, updated_at = now()`;

/** One statement is one transaction: $1–$4 arrived, $5–$8 state, $9–$14 passed on, $15 accepted by the bus. */
export const HANDLE = `
with arrived as (select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) v(sender, id, stream, hash)),
fresh as (
  insert into inbox (sender, id, stream, hash) select sender, id, stream, hash from arrived
  on conflict do nothing returning id),
changed as (
  insert into state (key, chain, visits, amount)
  select v.key, v.chain, 1, v.amount from unnest($5::uuid[], $6::text[], $7::text[], $8::bigint[]) v(cause, key, chain, amount)
  join fresh on fresh.id = v.cause ${CHANGE_STATE}),
passed as (
  insert into outbox (id, recipient, stream, time, payload)
  select v.id, v.recipient, v.stream, v.time, v.payload
  from unnest($9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[]) with ordinality
    v(cause, id, recipient, stream, time, payload, nr)
  join fresh on fresh.id = v.cause order by v.nr),
answered as (update outbox set accepted_at = now() where id = any($15::uuid[]))
select id from fresh`;

/** $1–$3 state, $4–$8 the first messages of chains. */
export const BEGIN_CHAINS = `
with changed as (
  insert into state (key, chain, visits, amount)
  select v.key, v.chain, 1, v.amount from unnest($1::text[], $2::text[], $3::bigint[]) v(key, chain, amount) ${CHANGE_STATE})
insert into outbox (id, recipient, stream, time, payload)
select v.id, v.recipient, v.stream, v.time, v.payload
from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[]) with ordinality
  v(id, recipient, stream, time, payload, nr) order by v.nr`;

export const CLAIM = `
select id, recipient, stream, time, payload from outbox where sent_at is null order by ord limit 500`;

export const MARK = `update outbox set sent_at = now() where id = any($1::uuid[])`;
