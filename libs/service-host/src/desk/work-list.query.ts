import { instantText } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { httpErrors } from '../http/http.errors';
import { type Page, pageOf, placeOf } from '../lists/page';
import { NEVER } from './desk-tables';

/** Whose work of a list is shown. */
export const claimFilters = ['mine', 'nobody', 'others'] as const;
export type ClaimFilter = (typeof claimFilters)[number];

/** What of the work of these offices is listed. */
export interface Wanted {
  readonly offices: readonly string[];
  readonly person: string;
  readonly at: Date;
  readonly step?: string | undefined;
  readonly claimed?: ClaimFilter | undefined;
  readonly late?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Who has taken the work. */
export interface Claim {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

/** One piece of waiting work; every time is an instant. */
export interface WorkItem {
  readonly kind: string;
  readonly key: string;
  readonly dossierCode?: string;
  readonly step: string;
  readonly state: string;
  readonly since: string;
  /** Left out where no text gives the step a time. */
  readonly dueAt?: string;
  readonly late: boolean;
  readonly claimedBy?: Claim;
  /** For `If-Match` of who decides about it. */
  readonly etag: string;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly dossierCode: string | null;
  readonly step: string;
  readonly state: string;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly claimedBy: string | null;
  readonly claimedName: string | null;
  readonly claimedAt: Date | null;
  readonly version: number;
}

type Place = readonly [dueAt: string, since: string, id: string];

const START: Place = ['-infinity', '-infinity', ''];
const COLUMNS = `id, kind, key, dossier_code as "dossierCode", step, state, since, nullif(due_at, '${NEVER}') as "dueAt",
  claimed_by as "claimedBy", claimed_name as "claimedName", claimed_at as "claimedAt", version`;

/** The version of a row as `ETag` and `If-Match` name it. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** What waits at these offices, the late first, then what is due next, of one instant the longest wait first. */
export async function workListPage(unitOfWork: UnitOfWork, wanted: Wanted): Promise<Page<WorkItem>> {
  const { limit, cursor, at } = wanted;
  const { sql, values } = statementOf(wanted, cursor === undefined ? START : startAfter(cursor));
  const rows = await unitOfWork.query<Row>(sql, values);
  return pageOf(rows, limit, {
    view: (row) => itemOf(row, at),
    place: ({ dueAt, since, id }) => [dueAt?.toISOString() ?? NEVER, since.toISOString(), id],
  });
}

/** One statement, in the order of an index: one office is by far the usual case, and its rows come sorted. */
export function statementOf(
  { offices, person, at, step, claimed, late, limit }: Wanted,
  place: Place = START,
): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const [only] = offices;
  const conditions = [
    offices.length === 1 ? `office = ${value(only)}` : `office = any(${value(offices)})`,
    'step is not null',
    ...(step === undefined ? [] : [`step = ${value(step)}`]),
    ...(late ? [`due_at < ${value(at)}`] : []),
    ...(claimed === 'mine' ? [`claimed_by = ${value(person)}`] : []),
    ...(claimed === 'nobody' ? ['claimed_by is null'] : []),
    ...(claimed === 'others' ? [`claimed_by <> ${value(person)}`] : []),
    `(due_at, since, id) > (${value(place[0])}::timestamptz, ${value(place[1])}::timestamptz, ${value(place[2])})`,
  ];
  const sql = `select ${COLUMNS} from desk_entry where ${conditions.join(' and ')}
    order by due_at, since, id limit ${value(limit + 1)}`;
  return { sql, values };
}

function itemOf({ id: _id, dossierCode, since, dueAt, version, ...row }: Row, at: Date): WorkItem {
  const { claimedBy, claimedName, claimedAt, ...rest } = row;
  return {
    ...rest,
    ...(dossierCode !== null && { dossierCode }),
    since: instantText(since),
    ...(dueAt && { dueAt: instantText(dueAt) }),
    late: dueAt !== null && dueAt < at,
    ...(claimedBy !== null &&
      claimedAt !== null && {
        claimedBy: { id: claimedBy, name: claimedName ?? claimedBy, at: instantText(claimedAt) },
      }),
    etag: etagOf(version),
  };
}

function startAfter(cursor: string): Place {
  const [dueAt = '', since = '', id = ''] = placeOf(cursor, 3);
  const isPlace = (dueAt === NEVER || isInstant(dueAt)) && isInstant(since);
  if (!isPlace) throw httpErrors.CURSOR_INVALID();
  return [dueAt, since, id];
}

function isInstant(text: string): boolean {
  return !Number.isNaN(new Date(text).getTime());
}
