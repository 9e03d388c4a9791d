import { instantText, type LocalDate } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { httpErrors } from '../http/http.errors';
import type { ListRequest } from './list.request';
import { type Page, pageOf, placeOf } from './page';

/** Where the rows of a service's work list stand, and who may look. All names but the steps' are names of columns. */
export interface WorkListDefinition {
  readonly roles: readonly [string, ...string[]];
  /** The table; its column `office` says whose work a row is. */
  readonly table: string;
  readonly key: string;
  /** The instant since when a row waits. */
  readonly since: string;
  readonly state: string;
  /** Step → the state in which a row waits for it. */
  readonly steps: Readonly<Record<string, string | number>>;
  /** Offices whose work an office has taken over by a day, for example after a merger. */
  readonly takenOver?: (office: string, on: LocalDate) => readonly string[];
  /** Whether the key is the code of a dossier. */
  readonly ofDossiers: boolean;
}

/** One piece of waiting work; `since` is an instant. */
export interface WorkItem {
  readonly key: string;
  readonly dossierCode?: string;
  readonly since: string;
}

/** Whose work is listed, and for which step. */
export interface Wanted extends ListRequest {
  readonly offices: readonly string[];
  readonly step: string;
}

interface Row {
  readonly key: string;
  readonly since: Date;
}

const START: Place = ['-infinity', ''];

type Place = readonly [since: Date | string, key: string];

/** What waits at these offices for a step, the longest wait first; the cursor is the place of the last row shown. */
export async function workListPage(
  unitOfWork: UnitOfWork,
  list: WorkListDefinition,
  { offices, step, limit, cursor }: Wanted,
): Promise<Page<WorkItem>> {
  const { table, key, since, state } = list;
  // one office is by far the usual case, and its rows come sorted from the index
  const [whose, of] = offices.length === 1 ? ['office = $1', offices[0]] : ['office = any($1)', offices];
  const rows = await unitOfWork.query<Row>(
    `select ${key} as key, ${since} as since from ${table} where ${whose} and ${state} = $2
        and (${since}, ${key}) > ($3::timestamptz, $4) order by ${since}, ${key} limit $5`,
    [of, list.steps[step], ...(cursor === undefined ? START : startAfter(cursor)), limit + 1],
  );
  return pageOf(rows, limit, {
    view: (row) => ({
      key: row.key,
      ...(list.ofDossiers && { dossierCode: row.key }),
      since: instantText(row.since),
    }),
    place: (row) => [row.since.toISOString(), row.key],
  });
}

function startAfter(cursor: string): Place {
  const [since = '', key = ''] = placeOf(cursor, 2);
  const at = new Date(since);
  if (Number.isNaN(at.getTime())) throw httpErrors.CURSOR_INVALID();
  return [at, key];
}
