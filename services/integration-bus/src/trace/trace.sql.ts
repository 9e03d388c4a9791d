/**
 * Accepted messages of a dossier ($1): those that name it as their subject, and what they caused as far as it names no
 * other dossier; at most $2 messages. A delivery that was answered counts as answered while its last word is asked for.
 */
export const TRACE_DOSSIER = `
with recursive reached as (
  select e.id, e.log_id from log_entry e where e.kind = 'accepted' and e.subject = $1
  union
  select e.id, e.log_id from reached r join log_entry e on e.causation_id = r.id
  where e.kind = 'accepted' and (e.subject is null or e.subject = $1)),
bounded as (select log_id from reached limit $2)
select e.log_id, e.id, e.type, e.sender, e.subject, e.stream, e.causation_id, e.accepted_at,
       e.attributes ->> 'senderoffice' as sender_office, e.attributes ->> 'time' as sent_at,
       coalesce(d.deliveries, '[]') as deliveries
from bounded b join log_entry e using (log_id)
left join lateral (
  select jsonb_agg(jsonb_build_object('recipient', d.recipient, 'office', d.office, 'state',
    case when d.outcome is null then d.state else 'acknowledged' end, 'seq', d.seq,
    'producedAt', d.produced_at, 'handledAt', d.handled_at, 'outcome', d.outcome, 'askedAgainAt', d.asked_again_at,
    'voided', v.content ->> 'reason') order by d.recipient) as deliveries
  from delivery d left join log_entry v on v.log_id = d.log_id and d.replaced_log_id is not null
  where d.log_id = e.log_id or d.replaced_log_id = e.log_id) d on true
order by e.accepted_at, e.log_id`;
