/** What was sent with ids from $1 and before $2, after $3, in the order of the ids: at most $4. */
export const SENT_BOOK = `
select id, stream, epoch, seq, type, subject, time, dataschema, sender_office, recipients, causation_id, content_hash,
  accepted_at is not null as is_accepted, rejected_at is not null as is_rejected
from outbox where id >= $1::uuid and id < $2::uuid and ($3::uuid is null or id > $3) order by id limit $4`;

/**
 * What came with ids from $1 and before $2, after the place ($3, $4), in the order of id and sender: at most $5. The bus's own
 * voids ($6) are not in it: they stand in the marks of the messages that they replace.
 */
export const RECEIVED_BOOK = `
select sender, id, stream, seq, hash, outcome from inbox
where id >= $1::uuid and id < $2::uuid and sender <> $6
  and ($3::uuid is null or id > $3 or (id = $3 and sender collate "C" > $4))
order by id, sender collate "C" limit $5`;
