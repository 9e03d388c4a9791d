/** $1–$18 messages and acknowledgements, $19 now. */
const LOG = `
arrived as (
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::jsonb[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bytea[], $15::bytea[], $16::text[], $17::bytea[],
    $18::text[]) v(log_id, kind, sender, id, type, stream, causation_id, attributes, signature, signature_path, key_id,
    grant_version, schema_hash, entry_leaf, leaf, content_hash, value, salt)),
logged as (
  insert into log_entry (log_id, kind, accepted_at, sender, id, type, stream, causation_id, attributes, signature,
                         signature_path, verdict, key_id, grant_version, schema_hash, leaf)
  select log_id, kind, $19::timestamptz, sender, id, type, stream, causation_id, attributes, signature, signature_path,
         '{"outcome":"accepted"}', key_id, grant_version, schema_hash, entry_leaf from arrived),
pending as (insert into log_pending (log_id, leaf) select log_id, entry_leaf from arrived),
known as (
  insert into known_message (sender, id, leaf, content_hash, log_id)
  select sender, id, leaf, content_hash, log_id from arrived),
kept as (insert into payload (log_id, value, salt) select log_id, value, salt from arrived)`;

/** $20–$23 the senders' streams with the first and the last number that came. */
const TAKE_IN = `
stream as (select * from unnest($20::text[], $21::int[], $22::bigint[], $23::bigint[]) v(key, epoch, first, last)),
moved as (
  update stream_in s set epoch = v.epoch, last_in = v.last from stream v where s.key = v.key
    and case when v.epoch = s.epoch then s.last_in = v.first - 1 else v.epoch > s.epoch and v.first = 1 end
  returning 1),
begun as (
  insert into stream_in (key, epoch, last_in) select key, epoch, last from stream v
  where v.first = 1 and not exists (select from stream_in s where s.key = v.key) returning 1)`;

/** $24–$28: each delivery takes the next number of its recipient's stream. */
const DELIVER = `
wanted as (
  select *, recipient || '|' || stream as key
  from unnest($24::text[], $25::text[], $26::text[], $27::uuid[], $28::smallint[]) with ordinality
    v(recipient, stream, office, log_id, shard, nr)),
counted as (select key, count(*) as n from wanted group by key),
numbered as (
  insert into stream_out as s (key, epoch, next_out) select key, 1, n + 1 from counted order by key
  on conflict (key) do update set next_out = s.next_out + excluded.next_out - 1 returning key, epoch, next_out),
made as (
  insert into delivery (recipient, stream, epoch, seq, office, log_id, shard)
  select w.recipient, w.stream, o.epoch, o.next_out - c.n - 1 + row_number() over (partition by w.key order by w.nr),
         w.office, w.log_id, w.shard
  from wanted w join counted c using (key) join numbered o using (key) order by w.nr
  returning recipient, stream, epoch, seq, log_id)`;

/** $29–$35: nothing changes a last word. */
const ACKNOWLEDGE = `
seen as (
  insert into member_presence (member, last_seen_at)
  select distinct member, $19::timestamptz from unnest($29::text[]) v(member) order by member
  on conflict (member) do update set last_seen_at = excluded.last_seen_at),
answered as (
  select d.recipient, d.stream, d.epoch, d.seq, a.outcome, a.handled_at, a.ack_log_id, a.ack_path
  from unnest($29::text[], $30::bigint[], $31::uuid[], $32::text[], $33::timestamptz[], $34::uuid[], $35::text[])
      a(recipient, seq, log_id, outcome, handled_at, ack_log_id, ack_path)
    join delivery d using (recipient, seq, log_id)
  where d.outcome is null or d.outcome not in ('handled', 'discarded') order by 1, 2, 3, 4 for update of d),
acknowledged as (
  update delivery d set state = 'acknowledged', acknowledged_at = $19, outcome = a.outcome, handled_at = a.handled_at,
    ack_log_id = a.ack_log_id, ack_path = a.ack_path
  from answered a where (d.recipient, d.stream, d.epoch, d.seq) = (a.recipient, a.stream, a.epoch, a.seq))`;

/** One statement is one transaction; a stream whose turn it is not, and a repeat, undo all of it. */
export const EXCHANGE = `
with ${[LOG, TAKE_IN, DELIVER, ACKNOWLEDGE].join(',')}
select m.recipient, m.log_id, m.epoch, m.seq, 1 / case
  when (select count(*) from moved) + (select count(*) from begun) = cardinality($20::text[]) then 1 else 0 end as in_turn
from (select) one left join made m on true`;

export const KNOWN = `
select k.id from unnest($1::text[], $2::uuid[]) v(sender, id) join known_message k using (sender, id)`;

/** $1: the members. */
export const CLAIM = `
select w.recipient, w.stream, w.epoch, w.seq, w.log_id, e.accepted_at, e.attributes, e.signature, e.signature_path, y.salt,
  y.value
from (
  select d.* from unnest($1::text[]) r(recipient), lateral (
    select * from delivery d where d.recipient = r.recipient and d.state = 'waiting' order by d.ord limit 500) d
  order by d.ord limit 500) w
join log_entry e using (log_id) join payload y using (log_id) order by w.ord`;

/** An answer may come before the mark: then the delivery stays answered. */
export const MARK = `
with locked as (
  select d.recipient, d.stream, d.epoch, d.seq
  from unnest($1::text[], $2::text[], $3::int[], $4::bigint[]) v(recipient, stream, epoch, seq)
    join delivery d using (recipient, stream, epoch, seq) order by 1, 2, 3, 4 for update of d)
update delivery d set state = case when d.state = 'waiting' then 'produced' else d.state end,
  produced_at = coalesce(d.produced_at, now()), last_produced_at = now(), attempts = d.attempts + 1,
  next_at = now() + interval '10 seconds'
from locked l where (d.recipient, d.stream, d.epoch, d.seq) = (l.recipient, l.stream, l.epoch, l.seq)`;

export const PENDING = `
select log_id, leaf from log_pending order by log_id limit $1`;

/** Places of entries ($1, $2), new nodes ($3–$5) and a checkpoint ($6–$9). */
export const PLACE = `
with placed as (
  insert into log_position (position, log_id)
  select $1::bigint + nr - 1, log_id from unnest($2::uuid[]) with ordinality v(log_id, nr)),
noded as (insert into log_node (level, index, hash) select * from unnest($3::smallint[], $4::bigint[], $5::bytea[])),
done as (delete from log_pending p using unnest($2::uuid[]) v(log_id) where p.log_id = v.log_id)
insert into checkpoint (tree_size, root, note, kid, signed_at) values ($6, $7, $8, $9, now())`;
