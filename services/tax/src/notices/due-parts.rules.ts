import { dong, Fraction, type LocalDate, splitByShares } from '@lienthong/kernel';
import type { RevenueKind } from '../charges/charge.state';
import { instalments, raisedInstalments } from '../charges/land-use-fee.rules';
import { dueDate } from '../charges/payment-dates.rules';
import type { PayableItem } from '../obligations/payable-item.entity';
import { keptDong } from '../obligations/payable-item.rules';
import type { Issuing } from './notice-changes.state';
import { totalOf } from './standing-items.rules';

/** A part of what a person owes, with its own day. */
export interface DuePart {
  readonly amountDong: bigint;
  readonly dueDate: LocalDate;
}

/** What is newly owed: whole by the notice's day, a land-use fee in its instalments (T17), its increase as reading (d) says. */
export function dueParts(
  kind: RevenueKind,
  owed: { readonly amountDong: bigint; readonly isFirst: boolean; readonly dueDate: LocalDate },
  { issuedOn, terms }: Pick<Issuing, 'issuedOn' | 'terms'>,
): readonly DuePart[] {
  const { amountDong, isFirst } = owed;
  if (kind !== 'land-use-fee') return [owed];
  const parts = isFirst ? instalments(amountDong, issuedOn) : raisedInstalments(amountDong, issuedOn, terms.readings);
  return parts
    .filter((part) => part.amountDong > 0n)
    .map(({ amountDong: part, days }) => ({ amountDong: part, dueDate: dueDate(issuedOn, days, terms) }));
}

/** A smaller fee in the place of its instalments, each with the day that it had and the money that came for it. */
export interface LoweredPart extends DuePart {
  readonly publishedDong: bigint;
  readonly inPlaceOf: PayableItem;
}

export function loweredParts(old: readonly PayableItem[], owesDong: bigint): readonly LoweredPart[] {
  const total = totalOf(old);
  const shares = old.map(({ amountDong }) => Fraction.of(dong(amountDong), total));
  const amounts = splitByShares(owesDong, shares);
  return old.map((item, i) => {
    const amountDong = amounts[i] ?? 0n;
    const paid = keptDong(item);
    const publishedDong = amountDong > paid ? amountDong - paid : 0n;
    return { amountDong, dueDate: item.dueDate, publishedDong, inPlaceOf: item };
  });
}
