import type { LateInterestChargedV1 } from '@lienthong/contracts';
import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import { lateDays, lateInterest } from '../charges/late-interest.rules';
import { budgetChapters, lateInterestSubItems } from '../law/budget.data';
import { rowInForce } from '../law/dated-row.rules';
import type { Readings } from '../law/readings.data';
import type { PayableItem } from './payable-item.entity';

export interface ChargedInterest {
  readonly item: PayableItem;
  readonly message: LateInterestChargedV1;
}

interface InterestCharge {
  readonly payableItemId: string;
  readonly chargedOn: LocalDate;
  /** Charged for the same item before. */
  readonly chargedDong?: bigint;
}

type InterestReadings = Pick<Readings, 'interestRounding' | 'roundingUnitDong'>;

/**
 * F18: an item that was booked in full has late interest when a part of it was debited late; the day on which the treasury
 * booked it counts for nothing. Interest bears no interest, and is payable at once.
 */
export function chargedInterest(
  late: PayableItem,
  readings: InterestReadings,
  { payableItemId, chargedOn, chargedDong = 0n }: InterestCharge,
): ChargedInterest | undefined {
  const amount = interestDong(late, readings) - chargedDong;
  if (amount <= 0n) return undefined;
  const { payableItemId: interestOf, kind, dueDate, payer, payerNumber, dossierCode, noticeNumber } = late;
  const paidOn = lastDebitOf(late);
  const budgetSubItem = rowInForce('sub-item of late interest', lateInterestSubItems[kind], chargedOn).value;
  const amountDong = dongText(amount);
  const { overdueListedOn: _listed, debtNoticedOn: _noticed, ...owed } = late;
  const item: PayableItem = {
    ...owed,
    payableItemId,
    interestOf,
    amountDong,
    dueDate: chargedOn,
    budgetSubItem,
    budgetChapter: rowInForce('chapter', budgetChapters, chargedOn).value,
    state: 'unpaid',
    deferred: false,
    payments: [],
    paidDong: '0',
    bookedDong: '0',
    carriedDong: '0',
    conflicts: [],
    reversals: [],
  };
  const days = { dueDate, paidOn, lateDays: lateDays(dueDate, paidOn) };
  const lateAmountDong = dongText(dong(late.amountDong));
  const what = { payableItemId, latePayableItemId: interestOf, noticeNumber, payer, payerNumber, budgetSubItem };
  return { item, message: { dossierCode, ...what, lateAmountDong, ...days, amountDong } };
}

/** Late interest of what was paid so far; what is open counts as if it were paid on `until`. */
export function interestDong(item: PayableItem, readings: InterestReadings, until = lastDebitOf(item)): bigint {
  const { amountDong, dueDate: dueOn, interestOf, deferred, state } = item;
  if (interestOf !== undefined || state === 'closed' || until === '') return 0n;
  const payments = item.payments.map((payment) => ({
    amountDong: dong(payment.amountDong),
    debitedOn: payment.paidOn,
  }));
  return lateInterest({ amountDong: dong(amountDong), dueOn, payments, deferred }, until, readings);
}

function lastDebitOf({ payments }: PayableItem): LocalDate {
  return payments.reduce((last, { paidOn }) => (paidOn > last ? paidOn : last), '');
}
