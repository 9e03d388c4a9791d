/**
 * What waits in a member's tables, by their partial indexes; each count stops at $1, so that a backlog costs no more than
 * that. Ages are in seconds of real time, but what the Clock stamped ($2 is its now) is measured by the Clock.
 */
export const READ_DEPTHS = `
select
  (select count(*) from (select 1 from outbox where sent_at is null limit $1) x)::int as unsent,
  (select count(*) from (
     select 1 from outbox where accepted_at is null and rejected_at is null and sent_at is not null limit $1) x)::int as unanswered,
  (select count(*) from (select 1 from outbox where rejected_at is not null limit $1) x)::int as rejected,
  (select extract(epoch from now() - min(recorded_at)) from (
     (select recorded_at from outbox where sent_at is null limit $1)
     union all
     (select recorded_at from outbox where accepted_at is null and rejected_at is null and sent_at is not null limit $1)) x
  )::float8 as "oldestOpenSeconds",
  (select coalesce(json_object_agg(cause, n), '{}') from (select cause, count(*) as n from parked group by cause) x) as parked,
  s.stashed, s."blockedStreams", s.gaps, s."oldestGapSeconds"
from (
  select coalesce(sum(w.n), 0)::int as stashed,
    count(*) filter (where i.blocked_by is not null)::int as "blockedStreams",
    count(*) filter (where i.blocked_by is null)::int as gaps,
    extract(epoch from $2::timestamptz - min(w.since) filter (where i.blocked_by is null))::float8 as "oldestGapSeconds"
  from (
    select stream, count(*) as n, min(stashed_at) as since from (
      select stream, stashed_at from stash order by stream limit $1) x group by stream) w
  join stream_in i on i.key = w.stream) s`;
