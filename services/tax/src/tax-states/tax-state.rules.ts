import type { PaymentNotice, SlipFault, TaxStateToldV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import type { NoticeView } from '../assessments/assessment.query';
import type { Assessment } from '../assessments/assessment.state';
import type { Obligation } from '../obligations/obligation.entity';

/** All that the tax office knows of a slip. */
export interface Known {
  readonly assessment?: Assessment | undefined;
  readonly notices: readonly NoticeView[];
  readonly obligation?: Obligation | undefined;
  /** Faults of a slip that was returned. */
  readonly faults?: readonly SlipFault[] | undefined;
}

export type ToldState = Pick<
  TaxStateToldV1,
  'state' | 'receivedAt' | 'faults' | 'notices' | 'settled' | 'fulfilledOn' | 'deferredItems'
>;

/** How a slip stands, from the office's own state alone (M16, M17). */
export function toldState({ assessment, notices, obligation, faults }: Known): ToldState {
  if (faults) return { state: 'returned', ...(faults.length > 0 && { faults }) };
  if (!assessment) return { state: 'unknown' };
  if (assessment.state === 'returned') return { state: 'returned', faults: assessment.faults };
  if (assessment.state === 'withdrawn') return { state: 'returned' };
  const receivedAt = instantText(assessment.receivedAt);
  const { fulfilledOn, settled = [], deferred = [] } = obligation ?? {};
  const standing = notices.filter(stands).map(asIssued);
  const isNothingDue = fulfilledOn !== undefined && settled.length === 0;
  if (standing.length === 0 && !isNothingDue) return { state: 'received', receivedAt };
  const told = {
    receivedAt,
    ...(!isNothingDue && { notices: standing }),
    ...(settled.length > 0 && { settled: [...settled] }),
    ...(deferred.length > 0 && { deferredItems: [...deferred] }),
  };
  return fulfilledOn === undefined ? { state: 'issued', ...told } : { state: 'fulfilled', fulfilledOn, ...told };
}

/** What was replaced or withdrawn is asked of nobody any more, and told to nobody. */
function stands({ supersededBy, withdrawal }: NoticeView): boolean {
  return !supersededBy && !withdrawal;
}

/** A notice as it was issued: what was paid since is told apart. */
function asIssued(notice: NoticeView): PaymentNotice {
  if (notice.whole) return notice.whole;
  const { number, form, kind, issuedOn, dueDate, baseDong, amends } = notice;
  const rows = notice.rows.map((row) => rowAsIssued(row, dueDate));
  return { number, form, kind, issuedOn, dueDate, baseDong, ...(amends && { amends }), rows };
}

function rowAsIssued(row: NoticeView['rows'][number], noticeDue: string): PaymentNotice['rows'][number] {
  const { payableItemId, payer, payerNumber, payerName, share, amountDong, budgetSubItem, budgetChapter } = row;
  const own = { ...(row.dueDate !== noticeDue && { dueDate: row.dueDate }), ...(row.deferred && { deferred: true }) };
  return { payableItemId, payer, payerNumber, payerName, share, amountDong, budgetSubItem, budgetChapter, ...own };
}
