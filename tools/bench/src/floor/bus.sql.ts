/** One statement is one transaction: $1–$8 messages to log and deliver, $9 acknowledged deliveries. */
export const EXCHANGE = `
with arrived as (
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    with ordinality v(id, sender, recipient, stream, time, hash, signature, payload, nr)),
logged as (
  insert into log_entry (id, sender, recipient, stream, time, hash, signature)
  select id, sender, recipient, stream, time, hash, signature from arrived on conflict do nothing returning id),
kept as (insert into payload (id, value) select id, payload from arrived join logged using (id)),
delivered as (
  insert into delivery (id, recipient) select id, recipient from arrived join logged using (id) order by nr),
acknowledged as (
  update delivery set acknowledged_at = clock_timestamp() where id = any($9::uuid[]) and acknowledged_at is null)
select id from logged`;

export const CLAIM = `
with waiting as (select id, ord from delivery where produced_at is null order by ord limit 500)
select e.id, e.sender, e.recipient, e.stream, e.time, e.hash, e.signature, p.value as payload, 'item' as kind
from waiting w join log_entry e using (id) join payload p using (id) order by w.ord`;

export const MARK = `update delivery set produced_at = now() where id = any($1::uuid[])`;
