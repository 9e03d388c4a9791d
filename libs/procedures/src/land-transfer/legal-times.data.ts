import { type LegalTimerId, type RegimeId, rowsOfTimer } from '@lienthong/contracts';
import type { LegalTime } from '../procedure';

const PROVINCE = 'the province fixes it, NĐ 50/2026/NĐ-CP';
const PRACTICE = 'practice of a land branch in the area';
const CUSTOM = 'custom of the time, no text at hand';

/** A time that a text fixes. */
function fixed(ruleSet: RegimeId, amount: number, unit: LegalTime['unit'], source: string): LegalTime {
  return { ruleSet, amount, unit, source, reading: false };
}

/** A time that no text at hand fixes: a default which an installation may set otherwise. */
function reading(ruleSet: RegimeId, amount: number, unit: LegalTime['unit'], source: string): LegalTime {
  return { ruleSet, amount, unit, source, reading: true };
}

/** The rows of the dated law for a timer (T1–T26); whatever was not read in a text is a reading. */
function timer(id: LegalTimerId): readonly LegalTime[] {
  return rowsOfTimer(id).map(({ regime, amount, unit, source, trust, validFrom }) => ({
    ruleSet: regime,
    amount,
    unit,
    source,
    reading: trust !== 'found',
    ...(validFrom && { validFrom }),
  }));
}

/** T1: the same day or the next working day. */
export const forwardLimits: readonly LegalTime[] = timer('T1');

/** M02: at once. */
export const receiveLimits: readonly LegalTime[] = [
  reading('A', 0, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', CUSTOM),
  reading('C', 0, 'working-days', PROVINCE),
];

/** T2, first part: receive and appraise. */
export const checkLimits: readonly LegalTime[] = [
  reading('A', 3, 'working-days', CUSTOM),
  reading('B', 2, 'working-days', PRACTICE),
  reading('C', 1, 'working-days', PROVINCE),
];

/** Part of T2's second part: the slip is drawn up, or corrected, at once. */
export const draftLimits: readonly LegalTime[] = [
  reading('A', 0, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', PRACTICE),
  reading('C', 0, 'working-days', PROVINCE),
];

/** T2, second part: draw up and sign the slip. */
export const slipLimits: readonly LegalTime[] = [
  reading('A', 2, 'working-days', CUSTOM),
  reading('B', 2, 'working-days', PRACTICE),
  reading('C', 1, 'working-days', PROVINCE),
];

/** T3: the tax gateway says that it received the slip. */
export const slipReceiptLimits: readonly LegalTime[] = [reading('A', 1, 'working-days', CUSTOM), ...timer('T3')];

/** T5: the tax office issues the notices of income tax and registration fee. */
export const noticeLimits: readonly LegalTime[] = timer('T5');

/** T6: … and the notice of a land-use fee. */
export const landUseFeeNoticeLimits: readonly LegalTime[] = timer('T6');

/** M51: what each party has to pay reaches the desk on the same day. */
export const announcementLimits: readonly LegalTime[] = timer('T15');

/** T16: the printed due date of the notice governs; these are the lengths by which it is printed. */
export const paymentLimits: readonly LegalTime[] = timer('T16');

/** T17: a land-use fee is paid whole by the day of its second half. */
export const landUseFeePaymentLimits: readonly LegalTime[] = timer('T17-rest');

/** T21: the treasury books and tells the tax office. */
export const bookingLimits: readonly LegalTime[] = timer('T21');

/** T22: the tax office says that the obligation is fulfilled. */
export const fulfilmentLimits: readonly LegalTime[] = timer('T22');

/** Part of the certificate's time: it is prepared on the day on which the obligation is fulfilled. */
export const prepareLimits: readonly LegalTime[] = [
  reading('A', 0, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', PRACTICE),
  reading('C', 0, 'working-days', PROVINCE),
];

/** Print, check, sign and book the certificate. */
export const certificateLimits: readonly LegalTime[] = [
  reading('A', 5, 'working-days', CUSTOM),
  reading('B', 8, 'working-days', PRACTICE),
  reading('C', 3, 'working-days', PROVINCE),
];

/** The citizen comes for the result when it suits; the desk has it ready on the day it arrives. */
export const handOverLimits: readonly LegalTime[] = [
  reading('A', 0, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', CUSTOM),
  reading('C', 0, 'working-days', PROVINCE),
];

/** How long the citizen may look for papers that were wanted, before the dossier is stopped: no text at hand fixes it. */
export const papersLimits: readonly LegalTime[] = [
  reading('A', 30, 'calendar-days', CUSTOM),
  reading('B', 30, 'calendar-days', CUSTOM),
  reading('C', 30, 'calendar-days', PROVINCE),
];

/** Result papers that were found wrong at the desk are put right at once (M53). */
export const correctionLimits: readonly LegalTime[] = [
  reading('A', 1, 'working-days', CUSTOM),
  reading('B', 1, 'working-days', CUSTOM),
  reading('C', 1, 'working-days', PROVINCE),
];

/** The whole procedure, without tax, bank and citizen. Sums of practice steps differ between sources: configuration. */
export const transferTotalLimits: readonly LegalTime[] = [
  reading('A', 10, 'working-days', 'NĐ 148/2020/NĐ-CP for the former procedure code'),
  reading('B', 13, 'working-days', PRACTICE),
  fixed('C', 5, 'working-days', 'QĐ 2304/QĐ-BNNMT of 23/06/2025'),
];
