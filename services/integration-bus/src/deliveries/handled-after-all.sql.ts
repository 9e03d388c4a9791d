import { VOID_AFTER_HANDLED } from '@lienthong/envelope';

/**
 * Joins to a delivery `d` as `after_all` the word by which its recipient had handled the message itself whose number a void
 * took: it came after the void was made, or with the answer to the void.
 */
export const HANDLED_AFTER_ALL = `
left join lateral (
  select w.* from (
    select s.handled_at, s.acknowledged_at, s.ack_log_id, s.ord from delivery_word s
    where s.log_id = d.replaced_log_id and s.recipient = d.recipient and s.outcome = 'handled'
    union all
    select d.handled_at, d.acknowledged_at, d.ack_log_id, null
    where d.outcome = 'handled' and d.cause = '${VOID_AFTER_HANDLED}') w
  order by w.ord limit 1) after_all on d.replaced_log_id is not null`;
