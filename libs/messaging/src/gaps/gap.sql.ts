/** Whether there is anything to look at: with nothing in the stash a tick costs this one statement. */
export const ANYTHING_WAITS = `select exists (select from stash) or exists (select from gap) as waits`;

/** One instance at a time brings the table up to date; the others skip their turn. */
export const TAKE_TURN = `select pg_try_advisory_xact_lock(hashtextextended('lienthong:gaps', 0)) as taken`;

/**
 * Missing numbers as they are now: of each stream that nothing holds, and of each epoch of it, the first hole. What waits in
 * an epoch that is over counts as missing: it is to come again under a new number, and is an alarm if it does not.
 */
export const SYNC_GAPS = `
with head as (
  select w.stream, w.epoch, case when w.epoch = s.epoch then s.last_in else 0 end as last_in, min(w.seq) as next_waiting
  from stash w join stream_in s on s.key = w.stream
  where s.blocked_by is null and (w.epoch > s.epoch or (w.epoch = s.epoch and w.seq > s.last_in))
  group by 1, 2, 3),
open as (
  select * from head where next_waiting > last_in + 1
  union all
  select w.stream, w.epoch, min(w.seq) - 1, max(w.seq) + 1
  from stash w join stream_in s on s.key = w.stream where w.epoch < s.epoch group by 1, 2),
closed as (
  delete from gap g where not exists (select from open o where o.stream = g.stream and o.epoch = g.epoch))
insert into gap as g (stream, epoch, missing_from, missing_to, since)
select stream, epoch, last_in + 1, next_waiting - 1, $1 from open
on conflict (stream, epoch) do update set
  missing_from = excluded.missing_from, missing_to = excluded.missing_to,
  since = case when g.missing_from = excluded.missing_from then g.since else excluded.since end,
  asked_at = case when g.missing_from = excluded.missing_from then g.asked_at end,
  alarmed_at = case when g.missing_from = excluded.missing_from then g.alarmed_at end
where (g.missing_from, g.missing_to) <> (excluded.missing_from, excluded.missing_to)`;

/** Gaps not asked for since $2; claimed by moving the time of asking. */
export const CLAIM_GAPS = `
with due as (
  select stream, epoch from gap where asked_at is null or asked_at <= $2
  order by stream, epoch limit 500 for update skip locked)
update gap g set asked_at = $1 from due where g.stream = due.stream and g.epoch = due.epoch
returning g.stream, g.epoch, g.missing_from, g.missing_to`;

/** Gaps that have lasted since $2 and longer, each told once. */
export const ALARM_GAPS = `
with due as (
  select stream, epoch from gap where alarmed_at is null and since <= $2
  order by stream, epoch limit 500 for update skip locked)
update gap g set alarmed_at = $1 from due where g.stream = due.stream and g.epoch = due.epoch
returning g.stream, g.epoch, g.missing_from, g.missing_to, g.since`;

export const COUNT_GAPS = `select count(*)::int as count, min(since) as oldest from gap`;
