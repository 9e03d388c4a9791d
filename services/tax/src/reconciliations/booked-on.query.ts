/** What the office (`$1`) holds for booked on a day (`$2`), by reference; what was offset by id came under another item. */
export const bookedOnSql = `
  select money ->> 'reference' as reference, sum((money ->> 'amountDong')::numeric)::text as "amountDong"
  from payable_item, jsonb_array_elements(payments) as money
  where office = $1 and money ->> 'bookedOn' = $2 and not money ? 'from'
  group by 1 order by 1 limit 1998000`;
