import { Injectable } from '@nestjs/common';
import { instantText, isId, type LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, type Page, pageOf, placeOf } from '@lienthong/service-host';
import { busErrors } from '../integration-bus.errors';
import type { Compared } from './comparison';
import { DIFFERENCES, type Difference } from './difference';
import { DIFFERENCES_OF, LAST_RUN_OF, LIST_RUNS } from './reconciliation.sql';
import type { ListReconciliationsRequest } from './reconciliations.request';

/** One comparison of the members' books with the log. */
export interface ReconciliationView {
  readonly id: string;
  readonly day: LocalDate;
  /** Of messages whose ids were made in this time. */
  readonly from: string;
  readonly to: string;
  readonly askedBy: string;
  readonly beganAt: string;
  readonly state: 'asking' | 'done';
  readonly doneAt?: string;
  /** Messages compared, by book. */
  readonly compared: readonly Compared[];
  /** Books that did not come in time. */
  readonly missing: readonly { readonly member: string; readonly side: string }[];
  /** Members that keep no books with the bus: what they sent and received is known from the other sides only. */
  readonly notCompared: readonly string[];
  /** Differences by kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Entry of the log that keeps the result. */
  readonly logId?: string;
}

export interface DifferenceView extends Difference {
  readonly meaning: string;
}

export interface ReconciliationReportView extends ReconciliationView {
  readonly differences: Page<DifferenceView>;
}

interface RunRow {
  id: string;
  day: string;
  from_at: Date;
  to_at: Date;
  asked_by: string;
  began_at: Date;
  state: ReconciliationView['state'];
  done_at: Date | null;
  compared: { books?: readonly Compared[]; missing?: ReconciliationView['missing']; notCompared?: readonly string[] };
  counts: Readonly<Record<string, number>>;
  log_id: string | null;
}

type DifferenceRow = Difference & { readonly nr: string };

@Injectable()
export class Reconciliations {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async page({ limit, cursor }: ListReconciliationsRequest): Promise<Page<ReconciliationView>> {
    const place = cursor === undefined ? [null, null] : placeAfter(cursor);
    const rows = await this.unitOfWork.query<RunRow>(LIST_RUNS, [...place, limit + 1]);
    return pageOf(rows, limit, { view: viewOf, place: (row) => [row.began_at.toISOString(), row.id] });
  }

  /** The last run of a day with its differences. @throws integration-bus.RECONCILIATION_UNKNOWN */
  async ofDay(day: LocalDate, { limit, cursor }: ListReconciliationsRequest): Promise<ReconciliationReportView> {
    const [run] = await this.unitOfWork.query<RunRow>(LAST_RUN_OF, [day]);
    if (!run) throw busErrors.RECONCILIATION_UNKNOWN({ day });
    const [after = '0'] = cursor === undefined ? [] : placeOf(cursor, 1);
    if (!/^\d{1,18}$/.test(after)) throw httpErrors.CURSOR_INVALID();
    const rows = await this.unitOfWork.query<DifferenceRow>(DIFFERENCES_OF, [run.id, after, limit + 1]);
    const differences = pageOf(rows, limit, { view: differenceOf, place: ({ nr }) => [nr] });
    return { ...viewOf(run), differences };
  }
}

function placeAfter(cursor: string): readonly string[] {
  const [at = '', id = ''] = placeOf(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !isId(id)) throw httpErrors.CURSOR_INVALID();
  return [at, id];
}

function differenceOf({ kind, member, sender, id, stream, facts }: DifferenceRow): DifferenceView {
  return { kind, member, sender, id, stream, facts, meaning: DIFFERENCES[kind] };
}

function viewOf(row: RunRow): ReconciliationView {
  const { id, day, state, counts, compared } = row;
  return {
    ...{ id, day, from: instantText(row.from_at), to: instantText(row.to_at), askedBy: row.asked_by },
    ...{ beganAt: instantText(row.began_at), state },
    ...(row.done_at ? { doneAt: instantText(row.done_at) } : {}),
    ...{ compared: compared.books ?? [], missing: compared.missing ?? [] },
    ...{ notCompared: compared.notCompared ?? [], counts },
    ...(row.log_id ? { logId: row.log_id } : {}),
  };
}
