/** What is known of the webhook of $1 at its address, and whether somebody has reserved a message for it. One row, known or not. */
export const LOOK_AT_BREAKER = `
select b.failures_in_row, b.refused_streams, b.open_until, exists (
  select 1 from delivery d where d.recipient = $1 and d.state = 'waiting' and d.lease_id is not null) as is_tried
from (select 1) one left join (
  webhook_breaker b join member m on m.code = b.member and m.webhook_url = b.url) on b.member = $1`;

/** Instances count together: who counts holds the row to the commit. Nothing is counted where there is no webhook any more. */
export const LOCK_BREAKER = `
insert into webhook_breaker as b (member, url, failures_in_row, refused_streams)
select m.code, m.webhook_url, 0, '{}' from member m where m.code = $1 and m.webhook_url is not null
on conflict (member) do update set url = excluded.url,
  failures_in_row = case when b.url = excluded.url then b.failures_in_row else 0 end,
  refused_streams = case when b.url = excluded.url then b.refused_streams else '{}' end,
  open_until = case when b.url = excluded.url then b.open_until end
returning b.failures_in_row, b.refused_streams, b.open_until`;

export const WRITE_BREAKER = `
update webhook_breaker set failures_in_row = $2, refused_streams = $3, open_until = $4 where member = $1`;

export const CLOSE_BREAKER = `delete from webhook_breaker where member = $1`;

/** Webhook members for which something waits that nobody is at, with what is known of their webhooks. */
export const WAITING_WEBHOOKS = `
select m.code, b.failures_in_row, b.refused_streams, b.open_until
from member m left join webhook_breaker b on b.member = m.code and b.url = m.webhook_url
where m.transport = 'webhook' and m.state = 'active' and exists (
  select 1 from delivery d where d.recipient = m.code and (
    d.state = 'waiting' and (d.leased_until is null or d.leased_until <= $1)
    or d.state = 'produced' and d.next_at <= $1))`;
