/**
 * Deliveries that their recipients say they parked, in the order of recipient, stream and number after the place ($1–$4), at
 * most $5: of the recipient $6, the type $7, the cause $8, the dossier $9, parked from $10 and before $11. What is null is
 * not asked for.
 */
export const PARKED_DELIVERIES = `
select d.recipient, d.office, d.stream, d.epoch, d.seq, d.log_id, d.cause, d.attempts, d.state,
  coalesce(w.first_at, d.handled_at) as first_at, d.handled_at as last_said_at, d.last_produced_at,
  e.id, e.type, e.sender, e.subject, e.accepted_at, e.attributes ->> 'contenthash' as hash, e.attributes ->> 'dataschema' as dataschema,
  (select count(*)::int from delivery b where b.recipient = d.recipient and b.stream = d.stream and b.epoch = d.epoch
    and b.seq > d.seq and b.outcome = 'stashed') as waiting_behind
from delivery d join log_entry e on e.log_id = coalesce(d.replaced_log_id, d.log_id)
  left join lateral (
    select min(s.handled_at) as first_at from delivery_word s
    where s.log_id = d.log_id and s.recipient = d.recipient and s.outcome = 'parked') w on true
where d.outcome = 'parked' and ($1::text is null or (d.recipient, d.stream, d.epoch, d.seq) > ($1, $2::text, $3::int, $4::bigint))
  and ($6::text is null or d.recipient = $6) and ($7::text is null or e.type = $7) and ($8::text is null or d.cause = $8)
  and ($9::text is null or e.subject = $9)
  and ($10::timestamptz is null or d.handled_at >= $10) and ($11::timestamptz is null or d.handled_at < $11)
order by d.recipient, d.stream, d.epoch, d.seq limit $5`;
