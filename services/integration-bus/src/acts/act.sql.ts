import { APPEND_LOG, LOG_PARAMETERS } from '../log/append-log';

const p = (n: number): string => `$${LOG_PARAMETERS + n}`;

export const ACT_COLUMNS = `id, kind, effect, content, reason, state, asked_by, asked_at, due_at, settled_by, settled_at,
  settled_reason, result, log_id`;

/** An act with the entry by which it was asked for. */
export const INSERT_ACT = `
with ${APPEND_LOG}
insert into act (id, kind, effect, content, reason, state, asked_by, asked_at, due_at, log_id)
values (${p(1)}, ${p(2)}, ${p(3)}, ${p(4)}, ${p(5)}, ${p(6)}, ${p(7)}, ${p(8)}, ${p(9)}, ($1::uuid[])[1])`;

export const LOCK_ACT = `select ${ACT_COLUMNS} from act where id = $1 for update`;

export const SETTLE_ACT = `
with ${APPEND_LOG}
update act set state = ${p(2)}, settled_by = ${p(3)}, settled_at = ${p(4)}, settled_reason = ${p(5)} where id = ${p(1)}`;

export const KEEP_RESULT = `update act set result = $2 where id = $1`;

/** Acts after place $1, newest first, optionally of one state ($2), one kind ($3), or only those that wait ($4) at time $6: at most $5. */
export const LIST_ACTS = `
select ${ACT_COLUMNS} from act
where id < $1::uuid and ($2::text is null or state = $2) and ($3::text is null or kind = $3)
  and (not $4::boolean or state in ('proposed', 'in-force', 'disputed') and (state <> 'proposed' or due_at > $6))
order by id desc limit $5`;

export const FIND_ACT = `select ${ACT_COLUMNS} from act where id = $1`;

/** Restricting acts that are overdue ($1) and whose last alarm is older than $2; instances share them. */
export const CLAIM_OVERDUE = `
with overdue as (
  select id from act where state in ('in-force', 'disputed') and due_at <= $1::timestamptz
    and (alarmed_at is null or alarmed_at <= $2::timestamptz)
  order by due_at limit 100 for update skip locked)
update act a set alarmed_at = $1 from overdue o where a.id = o.id
returning a.id, a.kind, a.asked_by, a.asked_at, a.state`;

export const COUNT_WAITING = `
select count(*) filter (where state = 'proposed' and due_at > $1)::int as proposed,
  count(*) filter (where state in ('in-force', 'disputed'))::int as unconfirmed,
  count(*) filter (where state in ('in-force', 'disputed') and due_at <= $1)::int as overdue
from act where state in ('proposed', 'in-force', 'disputed')`;

/** Changes of the registry wait for each other at this row, checks included. */
export const LOCK_REGISTRY = `select version from registry_version for update`;
