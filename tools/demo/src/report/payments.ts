import type { AssessedKind, AssessedRow, Assessment } from './assessment';
import { lastNotices } from './assessment';
import type { Payment } from './demo-document';

interface OnNotice {
  readonly kind: AssessedKind | 'late-interest';
  readonly notice: string;
}

/** What each person had to pay by the notices that were not replaced, and the late interest that came of it. */
export function paymentsOf(assessment: Assessment | undefined): Payment[] {
  if (!assessment) return [];
  const noticed = lastNotices(assessment).flatMap(({ kind, number, rows }) =>
    rows.map((row) => payment(row, { kind, notice: number })),
  );
  const interest = assessment.lateInterest.map((row) => payment(row, { kind: 'late-interest', notice: '' }));
  return [...noticed, ...interest];
}

function payment(row: AssessedRow, { kind, notice }: OnNotice): Payment {
  const { payer, payerNumber, payerName, share, amountDong, budgetSubItem, dueDate, payableItemId, paidOn } = row;
  return {
    ...{ kind, payer, payerNumber, payerName, share, amountDong, budgetSubItem, notice, dueDate, payableItemId },
    ...(paidOn !== undefined && { paidOn }),
    state: row.state,
  };
}
