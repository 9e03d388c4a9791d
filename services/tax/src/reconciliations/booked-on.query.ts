/** What the office (`$1`) holds for booked on a day (`$2`), by reference. */
export const bookedOnSql = `
  select reference, sum(amount_dong)::text as "amountDong" from payable_item
   where office = $1 and booked_on = $2 group by reference order by reference limit 1998000`;
