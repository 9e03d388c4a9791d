import { dong } from '@lienthong/kernel';
import type { CreditAdviceV1, UnassignedCreditAdvisedV1 } from '@lienthong/contracts';
import type { KnownItem, PublishedItem } from '../payable-items/payable-item.state';
import { treasuryErrors } from '../treasury.errors';
import type { AdviceLine, CreditAdvice, MatchedItem, SuspenseCode, SuspenseReason } from './credit-advice.state';

export interface AdviceArrival {
  readonly messageId: string;
  readonly office: string;
  /** SHKB of the office that was addressed. */
  readonly treasuryCode: string | undefined;
  readonly receivedAt: Date;
  readonly advisedAt: Date;
}

type MatchedLine = AdviceLine & { readonly payableItemId: string; readonly item: MatchedItem };

export type ReadyAdvice = Omit<CreditAdvice, 'lines'> & { readonly lines: readonly MatchedLine[] };

/** M35 as it came, before its items are looked at; what is wrong in itself puts it in suspense. */
export function received(body: CreditAdviceV1, arrival: AdviceArrival): CreditAdvice {
  const lines = body.lines.map(lineOf);
  const repeated = lines.filter(
    (line, i) => lines.findIndex((other) => other.payableItemId === line.payableItemId) !== i,
  );
  const twice = repeated.map(({ payableItemId }) => ({ code: 'item-twice' as const, payableItemId }));
  return concluded(arrived(body, arrival, { lines, reasons: twice }));
}

/** M35 without ID (F12): suspense until the payer has chosen; nothing is guessed from notice number, amount or name. */
export function receivedUnassigned(body: UnassignedCreditAdvisedV1, arrival: AdviceArrival): CreditAdvice {
  const lines = body.lines.map(({ amountDong, budgetSubItem, budgetChapter }) => ({
    ...{ amountDong, budgetSubItem, budgetChapter },
  }));
  const advice = arrived(body, arrival, { lines, reasons: [{ code: 'no-item-named' }] });
  return concluded({ ...advice, payerNumber: body.payer.number });
}

/** Compares the words of a line with those of its item; whatever does not agree puts the whole advice in suspense. */
export function matched(advice: CreditAdvice, item: KnownItem): CreditAdvice {
  const { payableItemId } = item;
  const line = advice.lines.find((candidate) => candidate.payableItemId === payableItemId);
  if (!line || line.item) return advice;
  if (item.state === 'awaited') return advice;
  const looked = told(withoutReasons(advice, ['items-not-published'], payableItemId), item);
  const fault = faultOf(advice, line, item);
  if (fault) return concluded(withReason(looked, { code: fault, payableItemId }));
  const { budgetSubItem, budgetChapter, taxOfficeCode, areaCode } = item;
  const known = { budgetSubItem, budgetChapter, taxOfficeCode, areaCode };
  const lines = looked.lines.map((other) => (other === line ? { ...line, item: known } : other));
  return concluded({ ...looked, lines });
}

/** F14: what waits for its items longer than the office allows is set apart; it is still taken when they are published. */
export function waitedTooLong(advice: CreditAdvice): CreditAdvice {
  if (advice.state !== 'awaiting-items') return advice;
  const late = unmatched(advice).map((line) => reasonAt('items-not-published', line));
  return concluded(late.reduce(withReason, advice));
}

/** The same reference again: the same facts change nothing (F13), others are kept and freeze what is not booked yet (F15). */
export function again(
  advice: CreditAdvice,
  body: CreditAdviceV1 | UnassignedCreditAdvisedV1,
  messageId: string,
): CreditAdvice {
  const said = { ...factsOf(body), messageId };
  const known = [advice, ...advice.conflicts].some((other) => sameFacts(other, said));
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
      throw treasuryErrors.ITEMS_NOT_PUBLISHED({
        payableItemIds: unmatched(advice).map((line) => line.payableItemId ?? ''),
      });
  }
}

/** F16: the money of a reversed booking is in suspense again, and counts as paid no longer. */
export function reversedAdvice(advice: CreditAdvice): CreditAdvice {
  return concluded(withReason(advice, { code: 'booking-reversed' }));
}

/** The state that follows from reasons and lines. */
export function concluded(advice: CreditAdvice): CreditAdvice {
  if (advice.reasons.length > 0) return { ...advice, state: 'suspense' };
  return { ...advice, state: unmatched(advice).length === 0 ? 'ready' : 'awaiting-items' };
}

/** The advice without the reasons of these kinds; of one item only, where one is named. */
export function withoutReasons(
  advice: CreditAdvice,
  codes: readonly SuspenseCode[],
  payableItemId?: string,
): CreditAdvice {
  const goes = (reason: SuspenseReason): boolean =>
    codes.includes(reason.code) && (payableItemId === undefined || reason.payableItemId === payableItemId);
  return { ...advice, reasons: advice.reasons.filter((reason) => !goes(reason)) };
}

/**
 * F11: what the voucher states of a line against what the tax office published. Its amount is no fault: under an ID, less or
 * more than is owed is revenue as well, and the tax office offsets it (F9, F10).
 */
function faultOf(advice: CreditAdvice, line: AdviceLine, item: PublishedItem): SuspenseCode | undefined {
  if (item.treasuryCode !== advice.treasuryCode) return 'another-treasury';
  if (differs(advice.taxOfficeCode, item.taxOfficeCode) && !hasMatched(advice)) return 'another-tax-office';
  if (differs(line.budgetSubItem, item.budgetSubItem)) return 'sub-item-differs';
  if (differs(line.budgetChapter, item.budgetChapter)) return 'chapter-differs';
  const others = advice.lines.flatMap((other) => other.item?.taxOfficeCode ?? []);
  return others.some((code) => code !== item.taxOfficeCode) ? 'several-tax-offices' : undefined;
}

function differs(stated: string | undefined, published: string): boolean {
  return stated !== undefined && stated !== published;
}

function hasMatched({ lines }: CreditAdvice): boolean {
  return lines.some((line) => line.item !== undefined);
}

/** Whom an investigation is sent to: the tax office that published the item. */
function told(advice: CreditAdvice, item: KnownItem): CreditAdvice {
  return item.state === 'published' ? { ...advice, taxOfficeCode: item.taxOfficeCode } : advice;
}

function unmatched({ lines }: CreditAdvice): readonly AdviceLine[] {
  return lines.filter((line) => line.item === undefined);
}

function reasonAt(code: SuspenseCode, { payableItemId }: AdviceLine): SuspenseReason {
  return payableItemId === undefined ? { code } : { code, payableItemId };
}

export function withReason(advice: CreditAdvice, reason: SuspenseReason): CreditAdvice {
  const known = advice.reasons.some(
    ({ code, payableItemId }) => code === reason.code && payableItemId === reason.payableItemId,
  );
  return known ? advice : { ...advice, reasons: [...advice.reasons, reason] };
}

type Arrived = CreditAdviceV1 | UnassignedCreditAdvisedV1;

function arrived(
  body: Arrived,
  arrival: AdviceArrival,
  { lines, reasons }: Pick<CreditAdvice, 'lines' | 'reasons'>,
): CreditAdvice {
  const { reference, debitDate, totalDong, bankCode, treasuryCode, taxOfficeCode } = body;
  const { messageId, office, receivedAt, advisedAt } = arrival;
  const total = lines.reduce((sum, line) => sum + dong(line.amountDong), 0n);
  const facts = { reference, debitDate, totalDong, bankCode, treasuryCode, messageId, office, receivedAt, advisedAt };
  const wrong: readonly SuspenseReason[] = [
    ...(total === dong(totalDong) ? [] : [{ code: 'total-differs' as const }]),
    ...reasons,
    ...(treasuryCode === arrival.treasuryCode ? [] : [{ code: 'another-treasury' as const }]),
  ];
  const stated = taxOfficeCode === undefined ? {} : { taxOfficeCode };
  return { ...facts, ...stated, lines, state: 'awaiting-items', reasons: wrong, conflicts: [] };
}

function lineOf({ payableItemId, amountDong, budgetSubItem, budgetChapter }: CreditAdviceV1['lines'][number]): {
  readonly payableItemId: string;
} & AdviceLine {
  return {
    payableItemId,
    amountDong,
    ...(budgetSubItem === undefined ? {} : { budgetSubItem }),
    ...(budgetChapter === undefined ? {} : { budgetChapter }),
  };
}

type Facts = Pick<CreditAdvice, 'reference' | 'debitDate' | 'totalDong' | 'bankCode' | 'treasuryCode' | 'lines'>;

function factsOf({ reference, debitDate, totalDong, bankCode, treasuryCode, lines }: Arrived): Facts {
  return { reference, debitDate, totalDong, bankCode, treasuryCode, lines };
}

/** Items, once named by the payer, are no fact of the bank: a line without one is compared by its amount. */
function sameFacts(known: Facts, said: Facts): boolean {
  const named = said.lines.every((line) => line.payableItemId !== undefined);
  return factsText(known, named) === factsText(said, named);
}

function factsText({ reference, debitDate, totalDong, bankCode, treasuryCode, lines }: Facts, named: boolean): string {
  const amounts = lines.map(({ payableItemId = '', amountDong }) => `${named ? payableItemId : ''}=${amountDong}`);
  return JSON.stringify([reference, debitDate, totalDong, bankCode, treasuryCode, amounts.sort()]);
}
