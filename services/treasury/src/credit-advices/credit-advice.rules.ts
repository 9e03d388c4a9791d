import { dong } from '@lienthong/kernel';
import type { CreditAdviceV1 } from '@lienthong/contracts';
import type { KnownItem } from '../payable-items/payable-item.state';
import { treasuryErrors } from '../treasury.errors';
import type { AdviceLine, CreditAdvice, MatchedItem, SuspenseReason } from './credit-advice.state';

export interface AdviceArrival {
  readonly messageId: string;
  readonly office: string;
  /** SHKB of the office that was addressed. */
  readonly treasuryCode: string | undefined;
  readonly receivedAt: Date;
  readonly advisedAt: Date;
}

type MatchedLine = AdviceLine & { readonly item: MatchedItem };

export type ReadyAdvice = Omit<CreditAdvice, 'lines'> & { readonly lines: readonly MatchedLine[] };

/** M35 as it came, before its items are looked at; what is wrong in itself puts it in suspense. */
export function received(body: CreditAdviceV1, arrival: AdviceArrival): CreditAdvice {
  const { reference, debitDate, totalDong, bankCode, treasuryCode } = body;
  const { messageId, office, receivedAt, advisedAt } = arrival;
  const lines = body.lines.map(({ payableItemId, amountDong }) => ({ payableItemId, amountDong }));
  const total = lines.reduce((sum, line) => sum + dong(line.amountDong), 0n);
  const repeated = lines.filter(
    (line, i) => lines.findIndex((other) => other.payableItemId === line.payableItemId) !== i,
  );
  const reasons: readonly SuspenseReason[] = [
    ...(total === dong(totalDong) ? [] : [{ code: 'total-differs' as const }]),
    ...repeated.map(({ payableItemId }) => ({ code: 'item-twice' as const, payableItemId })),
    ...(treasuryCode === arrival.treasuryCode ? [] : [{ code: 'another-treasury' as const }]),
  ];
  const facts = {
    reference,
    debitDate,
    totalDong,
    bankCode,
    treasuryCode,
    messageId,
    office,
    receivedAt,
    advisedAt,
    lines,
  };
  return concluded({ ...facts, state: 'awaiting-items', reasons, conflicts: [] });
}

/** Compares the line of an item with the item; whatever does not agree puts the whole advice in suspense. */
export function matched(advice: CreditAdvice, item: KnownItem): CreditAdvice {
  const { payableItemId, reference } = item;
  const line = advice.lines.find((candidate) => candidate.payableItemId === payableItemId);
  if (!line || line.item) return advice;
  if (reference !== undefined && reference !== advice.reference) {
    return concluded(withReason(advice, { code: 'item-of-another-voucher', payableItemId }));
  }
  if (item.state === 'awaited') return advice;
  if (item.amountDong !== line.amountDong)
    return concluded(withReason(advice, { code: 'amount-differs', payableItemId }));
  if (item.treasuryCode !== advice.treasuryCode)
    return concluded(withReason(advice, { code: 'another-treasury', payableItemId }));
  const others = advice.lines.flatMap((other) => other.item?.taxOfficeCode ?? []);
  if (others.some((code) => code !== item.taxOfficeCode)) {
    return concluded(withReason(advice, { code: 'several-tax-offices', payableItemId }));
  }
  const { budgetSubItem, budgetChapter, taxOfficeCode, areaCode } = item;
  const known = { budgetSubItem, budgetChapter, taxOfficeCode, areaCode };
  return concluded({
    ...advice,
    lines: advice.lines.map((other) => (other === line ? { ...line, item: known } : other)),
  });
}

/** The same reference again: the same facts change nothing (F13), others are kept and freeze what is not booked yet (F15). */
export function again(advice: CreditAdvice, body: CreditAdviceV1, messageId: string): CreditAdvice {
  const said = { ...factsOf(body), messageId };
  const known = [advice, ...advice.conflicts].some((other) => factsText(other) === factsText(said));
  if (known) return advice;
  const conflicted = { ...advice, conflicts: [...advice.conflicts, said] };
  return advice.state === 'booked' ? conflicted : concluded(withReason(conflicted, { code: 'contradicting-advice' }));
}

/** Nothing is booked but a credit advice of which every line agrees with a published item, and that only once. */
export function requireReady(advice: CreditAdvice): ReadyAdvice {
  const { reference } = advice;
  switch (advice.state) {
    case 'ready':
      return advice as ReadyAdvice;
    case 'booked':
      throw treasuryErrors.ALREADY_BOOKED({ reference });
    case 'suspense':
      throw treasuryErrors.IN_SUSPENSE({ reference, reasons: advice.reasons.map((reason) => reason.code) });
    case 'awaiting-items':
      throw treasuryErrors.ITEMS_NOT_PUBLISHED({ payableItemIds: unmatched(advice).map((line) => line.payableItemId) });
  }
}

function concluded(advice: CreditAdvice): CreditAdvice {
  if (advice.reasons.length > 0) return { ...advice, state: 'suspense' };
  return { ...advice, state: unmatched(advice).length === 0 ? 'ready' : 'awaiting-items' };
}

function unmatched({ lines }: CreditAdvice): readonly AdviceLine[] {
  return lines.filter((line) => line.item === undefined);
}

function withReason(advice: CreditAdvice, reason: SuspenseReason): CreditAdvice {
  const known = advice.reasons.some(
    ({ code, payableItemId }) => code === reason.code && payableItemId === reason.payableItemId,
  );
  return known ? advice : { ...advice, reasons: [...advice.reasons, reason] };
}

type Facts = Pick<CreditAdvice, 'reference' | 'debitDate' | 'totalDong' | 'bankCode' | 'treasuryCode' | 'lines'>;

function factsOf({ reference, debitDate, totalDong, bankCode, treasuryCode, lines }: CreditAdviceV1): Facts {
  return { reference, debitDate, totalDong, bankCode, treasuryCode, lines };
}

function factsText({ reference, debitDate, totalDong, bankCode, treasuryCode, lines }: Facts): string {
  const amounts = lines.map(({ payableItemId, amountDong }) => `${payableItemId}=${amountDong}`).sort();
  return JSON.stringify([reference, debitDate, totalDong, bankCode, treasuryCode, amounts]);
}
