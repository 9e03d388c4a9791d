/** What the office (`$1`) holds for booked on a day (`$2`) at a treasury (`$3`), by reference; what was offset by id came under another item. */
export const bookedOnSql = `
  select money ->> 'reference' as reference, sum((money ->> 'amountDong')::numeric)::text as "amountDong"
  from payable_item i join obligation o on o.dossier_code = i.dossier_code, jsonb_array_elements(i.payments) as money
  where i.office = $1 and money ->> 'bookedOn' = $2 and o.collection ->> 'treasuryCode' = $3 and not money ? 'from'
  group by 1 order by 1 limit 1998000`;

/** With which treasuries offices have a day (`$1`) to reconcile. */
export const daysBookedSql = `
  select distinct i.office, o.collection ->> 'treasuryCode' as "treasuryCode"
  from payable_item i join obligation o on o.dossier_code = i.dossier_code
  where i.payments @> jsonb_build_array(jsonb_build_object('bookedOn', $1::text))
  order by 1, 2`;
