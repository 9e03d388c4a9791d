import { dong } from '@lienthong/kernel';
import type { PublishedItem } from '../payable-items/payable-item.state';
import { treasuryErrors } from '../treasury.errors';
import { concluded, matched, withoutReasons } from './credit-advice.rules';
import type { CreditAdvice, PayersChoice } from './credit-advice.state';

/** F12: only a voucher that named no item can be assigned, line by line, and only once. */
export function requireUnassigned(advice: CreditAdvice, payableItemIds: readonly string[]): void {
  const { reference } = advice;
  if (!advice.reasons.some(({ code }) => code === 'no-item-named')) throw treasuryErrors.NOT_UNASSIGNED({ reference });
  if (payableItemIds.length !== advice.lines.length || new Set(payableItemIds).size !== payableItemIds.length) {
    throw treasuryErrors.CHOICE_INCOMPLETE({ reference, lines: advice.lines.length });
  }
}

/**
 * TT 89/2026 Đ42: the money goes to the items that the payer names. A choice that does not agree with what is owed is
 * refused whole, and the money stays where it is.
 */
export function assign(advice: CreditAdvice, items: readonly PublishedItem[], choice: PayersChoice): CreditAdvice {
  const { reference, payerNumber } = advice;
  const stranger = items.find((item) => item.payerNumber !== payerNumber);
  if (stranger && !choice.onBehalf)
    throw treasuryErrors.ITEM_OF_ANOTHER_PAYER({ payableItemId: stranger.payableItemId });
  const lines = advice.lines.map((line, i) => ({ ...line, payableItemId: items[i]?.payableItemId ?? '' }));
  const named = { ...withoutReasons(advice, ['no-item-named']), lines };
  const assigned = items.reduce<CreditAdvice>(matched, concluded(named));
  const exceeds = items.find((item, i) => dong(advice.lines[i]?.amountDong ?? '0') > dong(item.amountDong));
  const [fault] = [
    ...assigned.reasons,
    ...(exceeds ? [{ code: 'amount-exceeds', payableItemId: exceeds.payableItemId }] : []),
  ];
  if (fault) {
    throw treasuryErrors.CHOICE_DIFFERS({
      reference,
      payableItemId: fault.payableItemId ?? '',
      reasons: [...new Set([fault.code, ...assigned.reasons.map(({ code }) => code)])],
    });
  }
  return { ...assigned, choice };
}
