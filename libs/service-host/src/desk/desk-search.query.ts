import { instantText } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { type Page, pageOf, placeOf } from '../lists/page';
import type { Term } from './desk.definition';
import { lookedFor, shown } from './desk-terms';

/** What was found; of a person only what a list may show. */
export interface Found {
  readonly kind: string;
  readonly key: string;
  readonly subject: string;
  readonly dossierCode?: string;
  readonly state?: string;
  readonly step?: string;
  readonly since?: string;
  readonly matched: readonly string[];
}

/** One question of one person. */
export interface SearchWanted {
  readonly term: Term;
  readonly offices: readonly string[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly subject: string;
  readonly dossierCode: string | null;
  readonly state: string | null;
  readonly step: string | null;
  readonly since: Date | null;
  readonly matched: readonly string[];
}

/** `$2` all of these, by the index; `$3` what must stand in one name, or nothing. The last ones come first. */
const FIND = `
select t.id, t.kind, t.key, t.subject, t.dossier_code as "dossierCode", d.state, d.step, d.since,
    m.matched
  from desk_term t left join desk_entry d on d.id = t.id
    cross join lateral (select array_agg(one) as matched from unnest(t.terms) one
      where case when $3::text is null then one = any($2)
        else one like 'name:%' and strpos(' ' || substr(one, 6) || ' ', $3) > 0 end) m
 where t.terms @> $2 and t.office = any($1) and ($4::text is null or t.id < $4) and m.matched is not null
 order by t.id desc limit $5`;

/** Rows of these offices that have the term; a name is found by some of its words, in their order, without marks. */
export async function searchPage(
  unitOfWork: UnitOfWork,
  { term, offices, limit, cursor }: SearchWanted,
): Promise<Page<Found>> {
  const looked = lookedFor(term);
  if (!looked) return { items: [] };
  const before = cursor === undefined ? null : placeOf(cursor, 1)[0];
  const inName = looked.inName === undefined ? null : ` ${looked.inName} `;
  const rows = await unitOfWork.query<Row>(FIND, [offices, looked.all, inName, before, limit + 1]);
  return pageOf(rows, limit, { view: (row) => foundOf(row, term), place: ({ id }) => [id] });
}

function foundOf({ id: _id, dossierCode, state, step, since, matched, ...row }: Row, { kind }: Term): Found {
  return {
    ...row,
    ...(dossierCode !== null && { dossierCode }),
    ...(state !== null && { state }),
    ...(step !== null && { step }),
    ...(since !== null && { since: instantText(since) }),
    matched: matched.map((stored) => shown(kind, stored)),
  };
}
