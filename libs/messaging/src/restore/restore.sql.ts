export const UNTOLD = `
select epoch, back_to from outgoing_epoch where back_to is not null and told_at is null order by epoch limit 1`;

export const TOLD = 'update outgoing_epoch set told_at = $2 where epoch = $1';

/** Rows whose answer came since $1 are open again, the oldest first: the bus answers a repeat too. At most $2 at a time. */
export const REOPEN_ANSWERED = `
with forgotten as (
  select id from outbox where accepted_at >= $1 or rejected_at >= $1 order by ord limit $2 for update)
update outbox o set sent_at = null, accepted_at = null, rejected_at = null, rejection = null from forgotten f where o.id = f.id`;
