import { dong } from '@lienthong/kernel';
import type { NoticeAmendment } from '@lienthong/contracts';
import type { AssessedRevenue, AssessedRow } from '../assessments/assess-transfer.rules';
import type { RevenueKind } from '../charges/charge.state';
import type { PayableItem } from '../obligations/payable-item.entity';

/** Items of one kind of revenue, without their late interest. */
export function duties(items: readonly PayableItem[], kind: RevenueKind): readonly PayableItem[] {
  return items.filter((item) => item.kind === kind && item.interestOf === undefined);
}

/** Whether the item is what this person owes. */
export function isOf(item: PayableItem, { payer, payerNumber }: AssessedRow): boolean {
  return item.payer === payer && item.payerNumber === payerNumber;
}

export function totalOf(items: readonly PayableItem[]): bigint {
  return items.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n);
}

export function changeOf(
  { kind, totalDong }: AssessedRevenue,
  items: readonly PayableItem[],
): NoticeAmendment['change'] {
  const [owed, owes] = [totalOf(duties(items, kind)), dong(totalDong)];
  return owes > owed ? 'raised' : owes < owed ? 'lowered' : 'unchanged';
}

/** Whether every person owes what was noticed before, due or deferred as before. */
export function isUnchanged({ kind, rows }: AssessedRevenue, items: readonly PayableItem[]): boolean {
  const old = duties(items, kind);
  const same = rows.every((row) => {
    const own = old.filter((item) => isOf(item, row));
    return totalOf(own) === dong(row.amountDong) && own.every(({ deferred }) => deferred === (row.deferred ?? false));
  });
  return same && old.every((item) => rows.some((row) => isOf(item, row)));
}
