import { HANDLED_AFTER_ALL } from '../deliveries/handled-after-all.sql';

/**
 * All that the bus knows of a dossier ($1), in one row: accepted messages that name it as their subject, and what they
 * caused as far as it names no other dossier, each with its deliveries; what was refused; what waits at the bus behind
 * numbers that its sender has not sent. At most $2 of each. A delivery that was answered counts as answered while its last
 * word is asked for; `isFull`: its recipient has $3 deliveries in flight;
 * `isLeased`: at $4 a recipient that fetches its messages has it, or it is being posted; `isLeftAlone`: at $4 its webhook takes nothing.
 */
export const TRACE_DOSSIER = `
with recursive reached as (
  select e.id, e.log_id from log_entry e where e.kind = 'accepted' and e.subject = $1
  union
  select e.id, e.log_id from reached r join log_entry e on e.causation_id = r.id
  where e.kind = 'accepted' and (e.subject is null or e.subject = $1)),
bounded as (select log_id from reached limit $2),
message as (
  select e.log_id, e.id, e.type, e.sender, e.subject, e.stream, e.causation_id, e.accepted_at,
    e.attributes ->> 'senderoffice' as sender_office, e.attributes ->> 'time' as sent_at, e.attributes ->> 'contenthash' as hash,
    (e.attributes ->> 'epoch')::int as epoch, (e.attributes ->> 'sequence')::bigint as sequence,
    e.attributes ->> 'dataschema' as dataschema, coalesce(d.deliveries, '[]') as deliveries
  from bounded b join log_entry e using (log_id)
  left join lateral (
    select jsonb_agg(jsonb_build_object('recipient', d.recipient, 'office', d.office, 'state',
      case when d.outcome is null then d.state else 'acknowledged' end, 'seq', d.seq, 'epoch', d.epoch,
      'producedAt', d.produced_at, 'lastProducedAt', d.last_produced_at, 'attempts', d.attempts,
      'handledAt', d.handled_at, 'acknowledgedAt', d.acknowledged_at, 'outcome', d.outcome, 'cause', d.cause,
      'ackLogId', d.ack_log_id, 'askedAgainAt', d.asked_again_at, 'discardReason', d.discard_reason,
      'voided', v.content ->> 'reason', 'afterAll', case when after_all.ack_log_id is not null then jsonb_build_object(
        'outcome', 'handled', 'cause', null, 'at', after_all.handled_at, 'acknowledgedAt', after_all.acknowledged_at,
        'ackLogId', after_all.ack_log_id) end, 'transport', m.transport, 'isSuspended', coalesce(m.state = 'suspended', false),
      'behind', h.seq, 'words', coalesce(w.words, '[]'),
      'isLeased', coalesce(d.lease_id is not null and d.leased_until > $4::timestamptz, false),
      'isLeftAlone', coalesce(b.open_until > $4::timestamptz, false),
      'isFull', d.state = 'waiting' and (select count(*) from (
        select 1 from delivery p where p.recipient = d.recipient and p.state = 'produced' limit $3) p) >= $3
      ) order by d.recipient) as deliveries
    from delivery d
      left join member m on m.code = d.recipient
      left join webhook_breaker b on b.member = m.code and b.url = m.webhook_url
      left join log_entry v on v.log_id = d.log_id and d.replaced_log_id is not null ${HANDLED_AFTER_ALL}
      left join lateral (
        select min(o.seq) as seq from delivery o
        where o.recipient = d.recipient and o.stream = d.stream and o.epoch = d.epoch and o.seq < d.seq
          and (o.state <> 'acknowledged' or o.outcome = 'parked')) h on d.outcome is null or d.outcome = 'stashed'
      left join lateral (
        select jsonb_agg(jsonb_build_object('outcome', s.outcome, 'cause', s.cause, 'at', s.handled_at,
          'acknowledgedAt', s.acknowledged_at, 'ackLogId', s.ack_log_id) order by s.ord) as words
        from delivery_word s where s.log_id = d.log_id and s.recipient = d.recipient) w on true
    where d.log_id = e.log_id or d.replaced_log_id = e.log_id) d on true),
refused as (
  select e.log_id, e.id, e.type, e.sender, e.stream, e.accepted_at, e.verdict ->> 'code' as code, e.verdict ->> 'text' as text,
    e.key_id is not null as is_verified
  from log_entry e where e.kind = 'rejected' and e.subject = $1 order by e.log_id limit $2),
behind as (
  select h.headers ->> 'ce_id' as id, h.headers ->> 'ce_type' as type, h.key, h.epoch, h.seq, h.stashed_at,
    case when s.epoch = h.epoch then s.last_in + 1 else 1 end as missing_from, g.seq - 1 as missing_to
  from stash h join stream_in s on s.key = h.key
    join lateral (select min(o.seq) as seq from stash o where o.key = h.key and o.epoch = h.epoch) g on true
  where h.headers ->> 'ce_subject' = $1 order by h.key, h.epoch, h.seq limit $2)
select (select coalesce(jsonb_agg(to_jsonb(m) order by m.accepted_at, m.log_id), '[]') from message m) as messages,
  (select coalesce(jsonb_agg(to_jsonb(r) order by r.log_id), '[]') from refused r) as refused,
  (select coalesce(jsonb_agg(to_jsonb(b) order by b.key, b.epoch, b.seq), '[]') from behind b) as behind`;
