/**
 * Members ($1) said that their databases went back ($2), with which entries ($3), at $4. One wish waits for a member at a
 * time: what it said before, and was not begun yet, is widened.
 */
export const NOTE_WISHES = `
insert into restored_wish as w (member, back_to, asked_at, log_id)
select member, min(back_to), $4, (array_agg(log_id order by log_id))[1]
from unnest($1::text[], $2::timestamptz[], $3::uuid[]) v(member, back_to, log_id) group by member order by member
on conflict (member) do update set back_to = least(w.back_to, excluded.back_to), asked_at = excluded.asked_at`;

/** A wish whose turn it is, locked; not while the search for an earlier one of its member is under way. */
export const CLAIM_WISH = `
select member, back_to, asked_at, log_id from restored_wish w
where not exists (select from replay r where r.restored_member = w.member and r.state = 'running' and r.is_searching)
order by asked_at limit 1 for update skip locked`;

/** The replay of a restored member ($1) that runs, locked; the exchange waits for wishes, so nothing is waited for here. */
export const LOCK_RUNNING = `
with running as (select id from replay where restored_member = $1 and state = 'running' for update skip locked)
select (select id from running) as id, exists (select from replay where restored_member = $1 and state = 'running') as is_running`;

export const TAKE_WISH = 'delete from restored_wish where member = $1';

/** Begins ($1–$4) for the member $5 with the search for what it answered since $6; it last said so at $7. */
export const BEGIN_RESTORED = `
insert into replay (id, kind, content, reason, by, per_second, begun_at, next_at, restored_member, restored_since,
  restored_asked_at, is_searching)
values ($1, 'restored', jsonb_build_object('recipient', $5::text), $2, jsonb_build_array($5::text), $3, $4, $4, $5, $6, $7, true)`;

/** It was said once more, since $2, at $3: the search begins anew. */
export const SEARCH_AGAIN = `
update replay set is_searching = true, restored_since = least(restored_since, $2), restored_asked_at = $3,
  search_after_stream = '', search_after_epoch = 0, search_after_seq = 0
where id = $1`;

/** A search whose turn it is, locked. */
export const CLAIM_SEARCH = `
select id, search_after_seq = 0 as is_at_start from replay where state = 'running' and is_searching
order by next_at limit 1 for update skip locked`;

/** A search that begins anew finds what an earlier one had found and is not sent: at most $2 at a time are forgotten. */
export const FORGET_FOUND = `
with forgotten as (
  delete from replay_item i using (select nr from replay_item where replay_id = $1 order by nr limit $2) n
  where i.replay_id = $1 and i.nr = n.nr returning 1)
update replay set found = found - (select count(*) from forgotten) where id = $1
returning (select count(*)::int from forgotten) as forgotten`;

/**
 * Looks at the next $2 deliveries of the member, in the order of its streams, and keeps those with an answer that may be
 * lost: it came since the backup, or was repeated since, and they were not sent since the member said so last.
 */
export const SEARCH_SLICE = `
with looked as (
  select d.stream, d.epoch, d.seq, d.log_id, r.found, d.state = 'acknowledged'
      and greatest(d.acknowledged_at, d.last_produced_at) >= r.restored_since
    and coalesce(d.last_produced_at < r.restored_asked_at, true) as is_wanted
  from replay r cross join lateral (
    select * from delivery d
    where d.recipient = r.restored_member and (d.recipient, d.stream, d.epoch, d.seq)
      > (r.restored_member, r.search_after_stream, r.search_after_epoch, r.search_after_seq)
    order by d.recipient, d.stream, d.epoch, d.seq limit $2) d
  where r.id = $1),
found as (
  insert into replay_item (replay_id, nr, log_id, recipient)
  select $1, l.found + row_number() over (order by l.stream, l.epoch, l.seq), l.log_id, r.restored_member
  from looked l join replay r on r.id = $1 where l.is_wanted
  returning 1),
last as (select stream, epoch, seq from looked order by stream desc, epoch desc, seq desc limit 1)
update replay r set found = r.found + (select count(*) from found), is_searching = (select count(*) from looked) = $2,
  search_after_stream = coalesce((select stream from last), r.search_after_stream),
  search_after_epoch = coalesce((select epoch from last), r.search_after_epoch),
  search_after_seq = coalesce((select seq from last), r.search_after_seq)
where r.id = $1`;
