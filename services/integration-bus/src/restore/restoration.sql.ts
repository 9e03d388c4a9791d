export const ASKED_RESTORATION = `
select id, back_to, reason from restoration where carried_out_at is null order by id limit 1 for update`;

/** An epoch that was never used, also not in the time that is lost: the seconds since 2020. */
export const BEGIN_EPOCH = `
insert into delivery_epoch (epoch, reason)
select greatest(max(epoch) + 1, extract(epoch from clock_timestamp() - timestamptz '2020-01-01 00:00:00Z')::integer), $1
from delivery_epoch returning epoch`;

/**
 * What has no last word is numbered anew in its order in the new epoch ($1) and goes out again, at most $2 streams at a time:
 * under its old number something else may have come to its recipient in the lost time. All other streams begin the epoch
 * with their next delivery.
 */
export const RENUMBER = `
with open as (
  select distinct recipient, stream from delivery
  where (outcome is null or outcome not in ('handled', 'discarded')) and epoch < $1 limit $2),
renumbered as (
  update delivery d set epoch = $1, seq = n.nr, state = 'waiting', outcome = null, acknowledged_at = null, handled_at = null,
    cause = null, ack_log_id = null, ack_path = null, asked_again_at = null, next_at = null
  from (
    select d.recipient, d.stream, d.epoch, d.seq,
      row_number() over (partition by d.recipient, d.stream order by d.epoch, d.seq) as nr
    from open o join delivery d using (recipient, stream)
    where (d.outcome is null or d.outcome not in ('handled', 'discarded')) and d.epoch < $1) n
  where (d.recipient, d.stream, d.epoch, d.seq) = (n.recipient, n.stream, n.epoch, n.seq)
  returning d.recipient || '|' || d.stream as key, d.seq),
counted as (select key, max(seq) as last from renumbered group by key)
update stream_out s set epoch = $1, next_out = c.last + 1 from counted c where s.key = c.key`;

export const CARRIED_OUT = 'update restoration set epoch = $2, carried_out_at = $3, log_id = $4 where id = $1';

export const NOT_ALL_TOLD = `
select id, back_to, told from restoration where carried_out_at is not null and all_told_at is null order by id limit 1`;

export const TOLD = `update restoration set told = told || $2::text[], all_told_at = case when $3::boolean then $4::timestamptz end where id = $1`;
