import { type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import {
  findTimer,
  legalRegimeOn,
  type LegalTimerId,
  type PaymentCorrectionRequestedV1,
  PAYMENT_FAULTS,
  type PaymentFault,
  type PaymentInvestigationOpenedV1,
  rowsOfTimer,
  timerEndsOn,
} from '@lienthong/contracts';
import { concluded, withoutReasons } from '../credit-advices/credit-advice.rules';
import type { CreditAdvice, SuspenseCode, SuspenseReason } from '../credit-advices/credit-advice.state';
import { treasuryErrors } from '../treasury.errors';
import type { CorrectionRequest, Investigation, InvestigationAnswer } from './investigation.state';

/** The faults of an advice that are asked about; what waits for items, payer or bank is not. */
export function faultsOf({ reasons, conflicts }: CreditAdvice): readonly PaymentFault[] {
  const known: readonly string[] = PAYMENT_FAULTS;
  const faults = reasons
    .filter(({ code }) => known.includes(code))
    .map(({ code, payableItemId }) => ({
      fault: code as PaymentFault['fault'],
      ...(payableItemId === undefined ? {} : { payableItemId }),
    }));
  // a booked reference is not put in suspense, but what contradicts it is asked about as well (F15)
  return faults.length === 0 && conflicts.length > 0 ? [{ fault: 'contradicting-advice' }] : faults;
}

export interface Opening {
  readonly id: string;
  readonly at: Date;
  readonly on: LocalDate;
  readonly taxOffice: string;
}

/** M46 with the dates of T25: two working days to C1-07, five in all. */
export function opened(advice: CreditAdvice, faults: readonly PaymentFault[], opening: Opening): Investigation {
  const { id, at, on, taxOffice } = opening;
  const dates = { requestBy: endsOn('T25-send', on), answerBy: endsOn('T25', on) };
  const { reference, office } = advice;
  return {
    id,
    reference,
    office,
    openedBy: 'treasury',
    openedOn: on,
    openedAt: at,
    faults,
    taxOffice,
    ...dates,
    state: 'open',
  };
}

export function openedMessage(investigation: Investigation, treasuryCode: string): PaymentInvestigationOpenedV1 {
  const { id: investigationId, reference, openedOn, faults, requestBy, answerBy } = investigation;
  return { investigationId, reference, openedOn, faults, requestBy, answerBy, treasuryCode };
}

/** Day on which a timer of T25 ends; before regime C no text was read, and its rows are taken as our reading. */
export function endsOn(timer: LegalTimerId, from: LocalDate): LocalDate {
  const row = findTimer(timer, legalRegimeOn(from).id, from) ?? rowsOfTimer(timer)[0];
  return row ? timerEndsOn(from, row, vietnamCalendar) : from;
}

/** C1-07 as it came; the same again changes nothing (F13), other words under the same investigation are refused (F28). */
export function requested(investigation: Investigation, request: CorrectionRequest): Investigation {
  const known = investigation.request;
  if (known === undefined) return { ...investigation, state: 'requested', request };
  if (wordsOf(known) !== wordsOf(request)) throw treasuryErrors.CORRECTION_CHANGED({ id: investigation.id });
  return investigation;
}

export function requestOf(body: PaymentCorrectionRequestedV1, messageId: string): CorrectionRequest {
  const { requestedOn, answerBy, finding, lines = [], explanation } = body;
  return { messageId, requestedOn, answerBy, finding, lines, explanation };
}

export function requireAsked({ id, state }: Investigation): void {
  if (state === 'open') throw treasuryErrors.INVESTIGATION_NOT_ASKED({ id });
  if (state === 'answered') throw treasuryErrors.INVESTIGATION_ANSWERED({ id });
}

/** Only what the tax office asked is answered, and once. */
export function answered(investigation: Investigation, answer: InvestigationAnswer): Investigation {
  requireAsked(investigation);
  return { ...investigation, state: 'answered', answer };
}

/** What a correction of the voucher's words can heal; a wrong total is never corrected (TT 89/2026 Đ37). */
const HEALED: readonly SuspenseCode[] = [
  'sub-item-differs', 'chapter-differs', 'another-tax-office', 'several-tax-offices', 'item-twice', 'items-not-published',
]; // prettier-ignore

/** An item that is another treasury's was named wrong; an advice that came to the wrong treasury is wrong whatever it names. */
function isHealed({ code, payableItemId }: SuspenseReason): boolean {
  return HEALED.includes(code) || (code === 'another-treasury' && payableItemId !== undefined);
}

/**
 * F11: the advice as the tax office says it should have been; amounts and total stay, and its lines have to be compared with
 * the items anew. That the first of two contradicting advices was right lets it go on (F15).
 */
export function corrected(advice: CreditAdvice, request: CorrectionRequest): CreditAdvice {
  if (request.finding === 'right') return concluded(withoutReasons(advice, ['contradicting-advice']));
  const lines = advice.lines.map(({ item: _item, ...line }, i) => {
    const right = request.lines.find(({ lineNumber }) => lineNumber === i + 1);
    if (!right) return line;
    const { payableItemId, budgetSubItem, budgetChapter } = right;
    return { ...line, payableItemId, budgetSubItem, budgetChapter };
  });
  const outside = request.lines.find(({ lineNumber }) => lineNumber > lines.length);
  if (outside) throw treasuryErrors.LINE_UNKNOWN({ reference: advice.reference, line: outside.lineNumber });
  const { taxOfficeCode: _stated, ...rest } = advice;
  return concluded({ ...rest, lines, reasons: advice.reasons.filter((reason) => !isHealed(reason)) });
}

function wordsOf({ finding, lines, explanation }: CorrectionRequest): string {
  const parts = lines.map(({ lineNumber, payableItemId, budgetSubItem, budgetChapter }) =>
    [lineNumber, payableItemId, budgetSubItem, budgetChapter].join('|'),
  );
  return JSON.stringify([finding, parts, explanation]);
}
