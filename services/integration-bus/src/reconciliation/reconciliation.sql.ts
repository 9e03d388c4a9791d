/** Begins a run ($1–$8) unless one of the same day is under way; names the one that is. */
export const BEGIN_RUN = `
with made as (
  insert into reconciliation (id, day, from_at, to_at, asked_by, began_at, due_at, seen_log_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (day) where state = 'asking' do nothing returning id)
select id from made union all select id from reconciliation where day = $2 and state = 'asking' limit 1`;

/** A night is due: nothing of the day $1 was reconciled, and there was something to reconcile before the id $2. */
export const NIGHT_IS_DUE = `
select not exists (select from reconciliation where day = $1)
  and exists (select from log_entry where kind = 'accepted' and log_id < $2::uuid limit 1) as due`;

export const CLAIM_RUN = `
select id, day, from_at, to_at, due_at, seen_log_id from reconciliation where state = 'asking'
order by began_at limit 1 for update skip locked`;

/**
 * Members on Kafka ($2) keep books and are waited for; those without ($3) are asked as well, and waited for when they have
 * shown a page ($4) since the entry $5. Done once a run.
 */
export const BEGIN_BOOKS = `
with keeper as (
  select distinct sender from log_entry where kind = 'protocol' and type = $4 and log_id >= $5::uuid and sender = any($3::text[])),
asked as (
  select member, true as is_expected from unnest($2::text[]) member
  union all select member, member in (select sender from keeper) from unnest($3::text[]) member)
insert into reconciliation_book (run, member, side, is_expected)
select $1, member, side, is_expected from asked, unnest('{sent,received}'::text[]) side
on conflict do nothing`;

export const HAS_BOOKS = 'select exists (select from reconciliation_book where run = $1) as has_books';

/** What earlier runs asked of members without Kafka, which have not come for it. */
export const FORGET_QUESTIONS = `delete from told_answer where kind = 'book-wanted' and item ->> 'run' <> $1`;

/** Pages that came since. */
export const NEW_PAGES = `
select e.log_id, e.sender, y.value from log_entry e join payload y using (log_id)
where e.kind = 'protocol' and e.type = $1 and e.log_id > $2 order by e.log_id limit 100`;

/** A page counts when it goes on where the book ended. */
export const KEEP_PAGE = `
with book as (
  update reconciliation_book set pages = pages + 1, lines = lines + $6, next_place = coalesce($5, next_place),
    is_complete = $5::text is null
  where run = $1 and member = $2 and side = $3 and next_place = $4 and not is_complete returning pages)
insert into reconciliation_page (run, member, side, nr, log_id) select $1, $2, $3, pages, $7 from book`;

export const WAIT_UNTIL = 'update reconciliation set due_at = $2 where id = $1';

export const SEEN_PAGES = 'update reconciliation set seen_log_id = $2 where id = $1';

/** Books that are not whole and were not asked for since $2, or of the members $4 since $5; asking ($3) is noted. */
export const BOOKS_TO_ASK = `
update reconciliation_book set asked_at = $3
where run = $1 and not is_complete
  and (asked_at is null or asked_at <= case when member = any($4::text[]) then $5::timestamptz else $2 end)
returning member, side, next_place`;

export const BOOKS = `
select member, side, is_complete, is_expected, pages, lines from reconciliation_book where run = $1 order by member, side`;

export const PAGES = `
select y.value from reconciliation_page p join payload y using (log_id)
where p.run = $1 and p.member = $2 and p.side = $3 and p.nr = $4`;

/** Of the sender $1 with ids from $2 and before $3: what the bus took or refused, in the order of the ids. */
export const LOGGED_OF_SENDER = `
select x.id, e.kind, e.stream, (e.attributes ->> 'epoch')::int as epoch, e.attributes ->> 'sequence' as sequence, x.leaf,
  e.attributes ->> 'recipients' as recipients,
  (select coalesce(jsonb_agg(jsonb_build_object('recipient', d.recipient, 'isHistory', d.given_by is not null)), '[]')
   from delivery d where d.log_id = e.log_id or d.replaced_log_id = e.log_id) as delivered_to
from (
  select k.id, k.leaf, k.log_id from known_message k where k.sender = $1 and k.id >= $2::uuid and k.id < $3::uuid
  union all
  select r.id, r.leaf, r.log_id from (
    select distinct on (id) id, leaf, log_id from rejection
    where sender = $1 and id >= $2::uuid and id < $3::uuid order by id, at desc) r
  where not exists (select from known_message k where k.sender = $1 and k.id = r.id)) x
join log_entry e on e.log_id = x.log_id
where e.kind in ('accepted', 'rejected') and e.type not like 'vn.lienthong.protocol.%'
order by x.id`;

/** Deliveries to $1 of messages with ids from $2 and before $3, in the order of id and sender. No entry is older than $4. */
export const DELIVERIES_TO = `
select d.recipient, e.sender, e.id, d.stream, d.epoch, d.seq, d.state, d.outcome, e.attributes,
  d.replaced_log_id is not null as is_void, exists (select from payload y where y.log_id = d.log_id) as has_payload
from delivery d join log_entry e on e.log_id = coalesce(d.replaced_log_id, d.log_id)
where d.recipient = $1 and e.id >= $2::uuid and e.id < $3::uuid and e.log_id >= $4::uuid
order by e.id, e.sender collate "C", d.epoch, d.seq`;

export const IS_LOGGED = `select exists (select from known_message where sender = $1 and id = $2) as is_logged`;

const OF_SPAN = `e.kind = 'accepted' and e.id >= $1::uuid and e.id < $2::uuid and e.log_id >= $3::uuid`;

/** What the bus's own tables say against each other, of messages with ids from $1 and before $2; no entry is older than $3. */
export const OWN_DIFFERENCES = `
select 'logged-twice' as kind, e.sender as member, e.sender, e.id, min(e.stream) as stream,
  jsonb_build_object('entries', count(*)) as facts
from log_entry e where ${OF_SPAN} group by e.sender, e.id having count(*) > 1
union all
select 'delivery-number-missing', d.recipient, e.sender, e.id, d.stream, jsonb_build_object('missing', d.seq - 1)
from log_entry e join delivery d on d.log_id = e.log_id
where ${OF_SPAN} and d.seq > 1
  and not exists (select from delivery p where (p.recipient, p.stream, p.epoch, p.seq) = (d.recipient, d.stream, d.epoch, d.seq - 1))
  and exists (select from delivery p where (p.recipient, p.stream, p.epoch) = (d.recipient, d.stream, d.epoch) and p.seq < d.seq)
union all
select 'order-differs', o.recipient, o.sender, o.id, o.stream, jsonb_build_object('number', o.seq, 'numberBefore', o.before)
from (
  select d.recipient, e.sender, e.id, d.stream, d.seq, lag(d.seq) over (
    partition by d.recipient, d.stream, d.epoch, e.sender, (e.attributes ->> 'epoch')::int
    order by (e.attributes ->> 'sequence')::bigint, d.seq) as before
  from log_entry e join delivery d on d.log_id = e.log_id where ${OF_SPAN} and d.given_by is null) o
where o.before > o.seq
order by 1, 2, 3, 4`;

/** One instance at a time compares a run; the lock goes with its connection. */
export const LOCK_RUN = `
select pg_try_advisory_lock(hashtextextended('reconciliation ' || $1::text, 0)) as held,
  exists (select from reconciliation where id = $1::uuid and state = 'asking') as is_open`;

export const UNLOCK_RUN = `select pg_advisory_unlock(hashtextextended('reconciliation ' || $1::text, 0))`;

export const FORGET_DIFFERENCES = 'delete from reconciliation_difference where run = $1';

export const KEEP_DIFFERENCES = `
insert into reconciliation_difference (run, kind, member, sender, id, stream, facts)
select $1, kind, member, sender, id, stream, facts
from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::jsonb[]) v(kind, member, sender, id, stream, facts)`;

export const END_RUN = `
update reconciliation set state = 'done', done_at = $2, compared = $3::jsonb, counts = $4::jsonb, log_id = $5 where id = $1`;

const RUN_COLUMNS = `id, day::text as day, from_at, to_at, asked_by, began_at, due_at, state, done_at, compared, counts, log_id`;

export const LIST_RUNS = `
select ${RUN_COLUMNS} from reconciliation where $1::timestamptz is null or (began_at, id) < ($1, $2::uuid)
order by began_at desc, id desc limit $3`;

export const LAST_RUN_OF = `
select ${RUN_COLUMNS} from reconciliation where day = $1 order by began_at desc, id desc limit 1`;

export const DIFFERENCES_OF = `
select nr, kind, member, sender, id, stream, facts from reconciliation_difference where run = $1 and nr > $2 order by nr limit $3`;
