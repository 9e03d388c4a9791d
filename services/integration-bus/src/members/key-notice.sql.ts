/** Until $2 nobody else tells these; of whoever dies meanwhile another takes them over after that. */
export const CLAIM_NOTICES = `
with due as (
  select n.log_id, k.kid from key_notice n join member_key k on k.log_id = n.log_id
  where n.told_at is null and (n.telling_until is null or n.telling_until <= $1)
  order by n.log_id limit 500 for update of n skip locked)
update key_notice n set telling_until = $2 from due d where n.log_id = d.log_id returning n.log_id, d.kid, n.told`;

/** These members were told of all of them; the claim goes on until $3. */
export const TOLD_MEMBERS = `
update key_notice set told = array(select distinct unnest(told || $2::text[])), telling_until = $3 where log_id = any($1::uuid[])`;

/** Also those whose key was changed once more meanwhile: the later notice tells both. */
export const TOLD_ALL = `
update key_notice n set told_at = $2 where n.told_at is null
  and (n.log_id = any($1::uuid[]) or n.log_id <= $3 and not exists (select 1 from member_key k where k.log_id = n.log_id))`;

export const LEFT_NOTICES = `update key_notice set telling_until = null where log_id = any($1::uuid[]) and told_at is null`;
