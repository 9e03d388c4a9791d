export const INSERT_OUTBOX = `
with v as (
  select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                       $9::text[], $10::uuid[], $11::text[], $12::text[], $13::bytea[], $14::text[])
    with ordinality as v(id, shard, stream, type, subject, time, dataschema, sender_office, recipients, causation_id,
                         content_hash, salt, payload, traceparent, nr)),
counted as (select stream, count(*) as n from v group by stream),
numbered as (
  insert into stream_out as s (key, epoch, next_out) select stream, (select max(epoch) from outgoing_epoch), n + 1
  from counted order by stream
  on conflict (key) do update set next_out = s.next_out + excluded.next_out - 1
  returning key, epoch, next_out),
written as (
  insert into outbox (id, shard, stream, epoch, seq, type, subject, time, dataschema, sender_office, recipients,
                      causation_id, content_hash, salt, payload, traceparent)
  select v.id, v.shard, v.stream, s.epoch,
         s.next_out - c.n - 1 + row_number() over (partition by v.stream order by v.nr),
         v.type, v.subject, v.time, v.dataschema, v.sender_office, v.recipients,
         v.causation_id, v.content_hash, v.salt, v.payload, v.traceparent
  from v join counted c using (stream) join numbered s on s.key = v.stream
  order by v.nr
  returning id, ord, epoch, seq)
select written.*, case when $15::text is null then null else pg_notify($15, '') end from written`;

/** Unsent rows outside the streams that wait ($3), up to so many ($2) and to the row that reaches so many bytes ($4). */
export const CLAIM_OUTBOX = `
select * from (
  select o.*, count(*) over ()::int as found,
    sum(octet_length(payload)) over (order by ord rows unbounded preceding) - octet_length(payload) as bytes_before
  from (
    select id, ord, shard, stream, epoch, seq, type, subject, time, dataschema, sender_office, recipients, causation_id,
           content_hash, salt, payload, traceparent
    from outbox
    where sent_at is null and shard = any($1::smallint[]) and epoch || '|' || stream <> all($3::text[])
    order by ord limit $2) o) o
where bytes_before < $4 order by ord`;

/**
 * The bus's answers and wishes come to one process at a time and wait for nobody: whatever else touches their rows passes by
 * those that are locked. A row that has its answer meanwhile needs no mark.
 */
export const MARK_OUTBOX = `
with locked as (
  select id from outbox where id = any($1::uuid[]) and sent_at is null and accepted_at is null and rejected_at is null
  for update skip locked)
update outbox o set sent_at = now(), attempts = attempts + 1 from locked l where o.id = l.id`;

/** Sent but not answered: again, after $2 ms, twice as long, four times … at most 5 minutes. */
export const REOPEN_OUTBOX = `
with late as (
  select id from outbox
  where accepted_at is null and rejected_at is null and sent_at is not null
    and sent_at < now() - least(interval '1 millisecond' * $2::float8 * power(2, least(attempts, 10) - 1), interval '5 minutes')
  order by sent_at limit $1 for update skip locked)
update outbox o set sent_at = null from late l where o.id = l.id`;

/** An answer marks the row that it answers. */
export const ACCEPT_OUTBOX = `
update outbox o set accepted_at = now(), sent_at = coalesce(o.sent_at, now()), attempts = o.attempts + (o.sent_at is null)::int
from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) v(stream, epoch, first, last)
where o.stream = v.stream and o.epoch = v.epoch and o.seq between v.first and v.last
  and o.accepted_at is null and o.rejected_at is null`;

/** The mark, and the note for the service, which sees to it: in one statement, so that neither is without the other. */
export const REJECT_OUTBOX = `
with v as (select distinct on (id) id, facts from unnest($1::uuid[], $2::jsonb[]) v(id, facts) order by id),
locked as (
  select o.id, o.type, o.recipients, v.facts from v join outbox o using (id) where o.rejected_at is null
  order by o.id for update of o),
noted as (
  insert into message_failure (key, message_id, type, recipients, outcome, reason, failed_at)
  select id || '||rejected', id, type, recipients, 'rejected', (facts ->> 'code') || ': ' || (facts ->> 'text'),
    (facts ->> 'at')::timestamptz
  from locked
  on conflict (key) do nothing)
update outbox o set rejected_at = now(), rejection = l.facts, sent_at = coalesce(o.sent_at, now()),
  attempts = o.attempts + (o.sent_at is null)::int
from locked l where o.id = l.id`;

/** What recipients did not get or could not take, of rows that are still here: the same word may come any number of times. */
export const NOTE_NOT_HANDLED = `
insert into message_failure (key, message_id, type, recipients, outcome, reason, failed_at)
select distinct on (1) o.id || '|' || v.recipient || '|' || v.outcome, o.id, o.type, o.recipients, v.outcome, v.reason, v.at
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) v(id, recipient, outcome, reason, at)
  join outbox o on o.id = v.id
order by 1
on conflict (key) do nothing`;

/** Open again, whatever was answered: the bus answers a repeat too, and only an answered row is closed. */
export const RESEND_OUTBOX = `
with locked as (
  select o.id from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) v(stream, epoch, first, last)
    join outbox o on o.stream = v.stream and o.epoch = v.epoch and o.seq between v.first and v.last
  order by o.id for update of o)
update outbox o set sent_at = null, accepted_at = null, rejected_at = null, rejection = null from locked l where o.id = l.id`;

/** Only accepted rows may be removed. */
export const REMOVE_ACCEPTED = `
delete from outbox where id in (
  select id from outbox where accepted_at < now() - make_interval(days => $1) limit $2)`;
