/** Senders that are to be told something; each by one step on the index, however much waits for it. */
export const SENDERS_TO_TELL = `
with recursive waiting as (
  (select sender from not_handled where told_at is null order by sender limit 1)
  union all
  select (select n.sender from not_handled n where n.told_at is null and n.sender > w.sender order by n.sender limit 1)
  from waiting w where w.sender is not null)
select sender from waiting where sender is not null`;

/** The next of one sender ($1), at most $2; what another instance tells at this moment is left to it. */
export const CLAIM_NOT_HANDLED = `
select n.ord, n.recipient, n.word, n.log_id, e.id, e.stream as sent_in, n.reason, n.at
from (
  select * from not_handled where sender = $1 and told_at is null order by ord limit $2 for update skip locked) n
  join log_entry e using (log_id)
order by n.ord`;

export const MARK_TOLD = 'update not_handled set told_at = $2 where ord = any($1::bigint[])';

/** What was told long ago. */
export const FORGET_TOLD = 'delete from not_handled where told_at < $1';
