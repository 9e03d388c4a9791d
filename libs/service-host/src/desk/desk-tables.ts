import type { ClientBase } from 'pg';
import type { ChangeLine, Standing } from './desk-standing';

/** Due of what has no due date: behind everything that has one. */
export const NEVER = 'infinity';

/** Where a row stands since which change. */
export interface Entry {
  readonly standing: Standing;
  readonly line: Pick<ChangeLine, 'at' | 'by'>;
}

const CHANGES = `
insert into desk_change (subject, kind, key, office, before, state, fields, by, at, message_id, reason, rules)
select v.subject, v.kind, v.key, v.office, v.before, v.state, array(select jsonb_array_elements_text(v.fields::jsonb)),
    v.by, v.at, v.message_id, v.reason, array(select jsonb_array_elements_text(v.rules::jsonb))
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::timestamptz[], $10::text[], $11::text[], $12::text[]) with ordinality
    as v(subject, kind, key, office, before, state, fields, by, at, message_id, reason, rules, n)
 order by v.n`;

/** A claim ends with the step that was claimed, and when the work goes to another office. */
const STILL = 'd.step = excluded.step and d.office = excluded.office';
const INSERT_ENTRIES = `
insert into desk_entry as d (id, kind, key, subject, dossier_code, office, state, step, since, due_at, changed_at, changed_by, version)
select *, 1 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[]) on conflict (id)`;
const ENTRIES = `${INSERT_ENTRIES} do update set
  office = excluded.office, state = excluded.state, step = excluded.step, since = excluded.since,
  due_at = excluded.due_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = d.version + 1,
  claimed_by = case when ${STILL} then d.claimed_by end,
  claimed_name = case when ${STILL} then d.claimed_name end,
  claimed_at = case when ${STILL} then d.claimed_at end`;
const NEW_ENTRIES = `${INSERT_ENTRIES} do nothing`;

const INSERT_TERMS = `
insert into desk_term as t (id, kind, key, subject, dossier_code, office, terms)
select v.id, v.kind, v.key, v.subject, v.dossier_code, v.office, array(select jsonb_array_elements_text(v.terms::jsonb))
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as v(id, kind, key, subject, dossier_code, office, terms) on conflict (id)`;
const TERMS = `${INSERT_TERMS} do update set office = excluded.office, terms = excluded.terms`;
const NEW_TERMS = `${INSERT_TERMS} do nothing`;

/** What a transaction adds to the tables of the desks, each by one statement. */
export async function writeDesk(
  client: ClientBase,
  { lines, entries, terms }: { lines: readonly ChangeLine[]; entries: readonly Entry[]; terms: readonly Standing[] },
): Promise<void> {
  await Promise.all([
    ...(lines.length > 0 ? [client.query(CHANGES, changeColumns(lines))] : []),
    ...(entries.length > 0 ? [client.query(ENTRIES, entryColumns(entries))] : []),
    ...(terms.length > 0 ? [client.query(TERMS, termColumns(terms))] : []),
  ]);
}

/** Rows from before the desks kept them; what stands there already is newer. */
export async function writeOlder(
  client: ClientBase,
  entries: readonly Entry[],
  terms: readonly Standing[],
): Promise<void> {
  await client.query(NEW_ENTRIES, entryColumns(entries));
  await client.query(NEW_TERMS, termColumns(terms));
}

function changeColumns(lines: readonly ChangeLine[]): unknown[] {
  return [
    lines.map(({ subject }) => subject),
    lines.map(({ kind }) => kind),
    lines.map(({ key }) => key),
    lines.map(({ office }) => office),
    lines.map(({ before }) => before ?? null),
    lines.map(({ state }) => state),
    lines.map(({ fields }) => JSON.stringify(fields)),
    lines.map(({ by }) => by),
    lines.map(({ at }) => at),
    lines.map(({ messageId }) => messageId ?? null),
    lines.map(({ reason }) => reason ?? null),
    lines.map(({ rules }) => JSON.stringify(rules)),
  ];
}

function entryColumns(entries: readonly Entry[]): unknown[] {
  const rows = entries.map(({ standing }) => standing);
  return [
    ...placeColumns(rows),
    rows.map(({ state }) => state),
    rows.map(({ waits }) => waits?.step ?? null),
    rows.map(({ waits }) => waits?.since ?? null),
    rows.map(({ waits }) => waits?.due ?? NEVER),
    entries.map(({ line }) => line.at),
    entries.map(({ line }) => line.by),
  ];
}

function termColumns(rows: readonly Standing[]): unknown[] {
  return [...placeColumns(rows), rows.map(({ terms }) => JSON.stringify(terms))];
}

function placeColumns(rows: readonly Standing[]): unknown[] {
  return [
    rows.map(({ id }) => id),
    rows.map(({ kind }) => kind),
    rows.map(({ key }) => key),
    rows.map(({ subject }) => subject),
    rows.map(({ dossierCode }) => dossierCode ?? null),
    rows.map(({ office }) => office),
  ];
}
