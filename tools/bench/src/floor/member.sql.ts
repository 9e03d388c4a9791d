/** $1–$12 messages that leave: numbered in their streams and put into the outbox. */
const PASS_ON = `
leaving as (
  select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::uuid[], $10::text[], $11::text[], $12::bytea[]) with ordinality
    v(id, shard, stream, type, time, dataschema, sender_office, recipients, causation_id, content_hash, salt, payload, nr)),
counted as (select stream, count(*) as n from leaving group by stream),
numbered as (
  insert into stream_out as s (key, epoch, next_out) select stream, (select max(epoch) from outgoing_epoch), n + 1
  from counted order by stream
  on conflict (key) do update set next_out = s.next_out + excluded.next_out - 1 returning key, epoch, next_out),
written as (
  insert into outbox (id, shard, stream, epoch, seq, type, time, dataschema, sender_office, recipients, causation_id,
                      content_hash, salt, payload)
  select v.id, v.shard, v.stream, s.epoch, s.next_out - c.n - 1 + row_number() over (partition by v.stream order by v.nr),
         v.type, v.time, v.dataschema, v.sender_office, v.recipients, v.causation_id, v.content_hash, v.salt, v.payload
  from leaving v join counted c using (stream) join numbered s on s.key = v.stream order by v.nr
  returning id, epoch, seq)`;

/** $13–$15 */
const CHANGE_STATE = `
changed as (
  insert into bench_state as s (key, chain, visits, amount, updated_at)
  select key, chain, 1, amount, now() from unnest($13::text[], $14::text[], $15::int[]) v(key, chain, amount)
  on conflict (key) do update
    set visits = s.visits + 1, amount = s.amount + excluded.amount, updated_at = excluded.updated_at)`;

/**
 * One statement is one transaction: $1–$12 passed on, $13–$15 state, $16–$19 streams with the first and the last number that
 * came, $20–$24 what came, $25–$28 what the bus accepted. A stream whose turn it is not, and a repeat, undo all of it.
 */
export const HANDLE = `
with ${PASS_ON}, ${CHANGE_STATE},
stream as (select * from unnest($16::text[], $17::int[], $18::bigint[], $19::bigint[]) v(key, epoch, first, last)),
moved as (
  update stream_in s set epoch = v.epoch, last_in = v.last from stream v
  where s.key = v.key and s.blocked_by is null
    and case when v.epoch = s.epoch then s.last_in = v.first - 1 else v.epoch > s.epoch and v.first = 1 end
  returning 1),
begun as (
  insert into stream_in (key, epoch, last_in) select key, epoch, last from stream v
  where v.first = 1 and not exists (select from stream_in s where s.key = v.key) returning 1),
marked as (
  insert into inbox (sender, id, stream, seq, hash, outcome, handled_at)
  select sender, id, stream, seq, hash, 'handled', now()
  from unnest($20::text[], $21::uuid[], $22::text[], $23::bigint[], $24::text[]) v(sender, id, stream, seq, hash)),
answered as (
  select o.id from unnest($25::text[], $26::int[], $27::bigint[], $28::bigint[]) v(stream, epoch, first, last)
    join outbox o on o.stream = v.stream and o.epoch = v.epoch and o.seq between v.first and v.last
  where o.accepted_at is null and o.rejected_at is null order by o.id for update of o),
accepted as (update outbox o set accepted_at = now() from answered a where o.id = a.id)
select w.id, w.epoch, w.seq, 1 / case
  when (select count(*) from moved) + (select count(*) from begun) = cardinality($16::text[]) then 1 else 0 end as in_turn
from (select) one left join written w on true`;

/** The state and the first messages of chains. */
export const BEGIN_CHAINS = `with ${PASS_ON}, ${CHANGE_STATE} select id, epoch, seq from written`;

export const KNOWN = `select i.id from unnest($1::text[], $2::uuid[]) v(sender, id) join inbox i using (sender, id)`;

export const CLAIM = `
select id, shard, stream, epoch, seq, type, time, dataschema, sender_office, recipients, causation_id, content_hash, salt,
  payload from outbox where sent_at is null order by ord limit 500`;

/** Marks and answers meet on the same rows: both lock them in the order of their ids. */
export const MARK = `
with locked as (select id from outbox where id = any($1::uuid[]) order by id for update)
update outbox o set sent_at = now(), attempts = attempts + 1 from locked l where o.id = l.id`;
