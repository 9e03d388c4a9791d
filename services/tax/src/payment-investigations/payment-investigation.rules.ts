import { type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import {
  type CorrectedLine,
  findTimer,
  legalRegimeOn,
  type LegalTimerId,
  type PaymentCorrectionRequestedV1,
  type PaymentInvestigationAnsweredV1,
  rowsOfTimer,
  timerEndsOn,
} from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';
import type { AskedCorrection, PaymentInvestigation } from './payment-investigation.entity';

/** The words of a payable item that a voucher should have borne. */
export interface RightItem {
  readonly payableItemId: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
}

/** Day on which a timer of T25 ends; before regime C no text was read, and its rows are taken as our reading. */
export function endsOn(timer: LegalTimerId, from: LocalDate): LocalDate {
  const row = findTimer(timer, legalRegimeOn(from).id, from) ?? rowsOfTimer(timer)[0];
  return row ? timerEndsOn(from, row, vietnamCalendar) : from;
}

/** A line as it should be: sub-item and chapter are those of the office's own item, never an officer's guess; no amount. */
export function rightLine(
  lineNumber: number,
  { payableItemId, budgetSubItem, budgetChapter }: RightItem,
): CorrectedLine {
  return { lineNumber, payableItemId, budgetSubItem, budgetChapter };
}

/** C1-07 goes out once; what is wrong is said line by line, what was right without any. */
export function asked(
  investigation: PaymentInvestigation,
  said: Omit<AskedCorrection, 'answerBy'>,
): PaymentInvestigation {
  const { id, state } = investigation;
  if (state !== 'open') throw taxErrors.INVESTIGATION_ASKED({ id });
  if ((said.finding === 'wrong') !== said.lines.length > 0) throw taxErrors.CORRECTION_INCOMPLETE({ id });
  const answerBy = endsOn('T25-treasury', said.requestedOn);
  return { ...investigation, state: 'requested', asked: { ...said, answerBy } };
}

export function correctionMessage(
  { id: investigationId, reference }: PaymentInvestigation,
  { requestedOn, answerBy, finding, lines, explanation }: AskedCorrection,
  taxOfficeCode: string,
): PaymentCorrectionRequestedV1 {
  const words = { requestedOn, answerBy, finding, taxOfficeCode, explanation };
  return { investigationId, reference, ...words, ...(lines.length > 0 ? { lines } : {}) };
}

/** The treasury's answer; the same again changes nothing. */
export function answered(
  investigation: PaymentInvestigation,
  { outcome, reason, answeredOn }: PaymentInvestigationAnsweredV1,
): PaymentInvestigation {
  if (investigation.state === 'answered') return investigation;
  return { ...investigation, state: 'answered', outcome, answeredOn, ...(reason === undefined ? {} : { reason }) };
}
