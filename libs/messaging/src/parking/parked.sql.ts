const COLUMNS = `p.sender, p.id, p.stream, p.epoch, p.seq, p.holds_stream, p.cause, p.text_vi, p.text_en, p.headers, p.arrived_as,
  p.attempts, p.parked_at, p.last_attempt_at,
  case when p.holds_stream then (select count(*) from stash w where w.stream = p.stream) else 0 end as waiting`;

/** $1–$3: the place after which the page begins; $4: how many. */
export const LIST_PARKED = {
  oldest: `select ${COLUMNS} from parked p where (p.parked_at, p.sender, p.id) > ($1::timestamptz, $2, $3)
    order by p.parked_at, p.sender, p.id limit $4`,
  newest: `select ${COLUMNS} from parked p where (p.parked_at, p.sender, p.id) < ($1::timestamptz, $2, $3)
    order by p.parked_at desc, p.sender desc, p.id desc limit $4`,
} as const;

export const SHOW_PARKED = `select ${COLUMNS} from parked p where p.sender = $1 and p.id = $2`;

/** The row with its record, for an act; not locked yet. */
export const READ_PARKED = `
select p.sender, p.id, p.stream, p.epoch, p.seq, p.holds_stream, p.cause, p.attempts, p.parked_at, p.arrived_as, p.headers, p.payload
from parked p where p.sender = $1 and p.id = $2`;

/** Locks the stream, as the inbox does before it parks anything. */
export const LOCK_STREAM = `
insert into stream_in as s (key, epoch, last_in) values ($1, 1, 0) on conflict (key) do update set last_in = s.last_in`;

/** Removes the row only as it was when the act was decided; whoever finds none came too late. */
export const TAKE_PARKED = `delete from parked where sender = $1 and id = $2 and attempts = $3`;

/** An unreadable record that is judged again and is still unreadable. */
export const TRY_PARKED = `
update parked set attempts = attempts + 1, last_attempt_at = $4, cause = $5, text_vi = $6, text_en = $7
where sender = $1 and id = $2 and attempts = $3`;

export const RECORD_ACT = `
insert into parked_act (act, sender, id, stream, epoch, seq, cause, attempts, first_parked_at, person, office, reason, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

export const LAST_ACT = `select act, at from parked_act where sender = $1 and id = $2 order by ord desc limit 1`;

/** The number is taken back: the message comes again as the next of its stream. */
export const REWIND_STREAM = `
update stream_in set last_in = $3::bigint - 1, blocked_by = null
where key = $1 and epoch = $2 and last_in = $3::bigint and blocked_by = $4`;

/** The number stays passed. */
export const UNBLOCK_STREAM = `update stream_in set blocked_by = null where key = $1 and blocked_by = $2`;

/** The number of a message that has no mark of its own is passed as soon as it is next, unless another waits under it. */
export const PASS_NUMBER = `
update stream_in s set epoch = $2, last_in = $3
where s.key = $1 and s.blocked_by is null and $3::bigint = case when s.epoch = $2 then s.last_in + 1 when s.epoch < $2 then 1 end
  and not exists (select from stash w where w.stream = $1 and w.epoch = $2 and w.seq = $3)`;

export const MARK_INBOX = `
insert into inbox (sender, id, stream, seq, hash, outcome, cause, handled_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (sender, id) do update set outcome = excluded.outcome, cause = excluded.cause, handled_at = excluded.handled_at`;

/** What became of a released message; one without a mark is a protocol message, which was taken. */
export const OUTCOME = `
select case
  when exists (select from parked where sender = $1 and id = $2) then 'parked'
  when exists (select from stash where sender = $1 and id::text = $2) then 'stashed'
  when exists (select from inbox where sender = $1 and id = case when $2 ~ '^[0-9a-f-]{36}$' then $2::uuid end
                 and outcome in ('discarded', 'voided')) then 'discarded'
  else 'handled' end as outcome`;
