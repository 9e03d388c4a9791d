import type { LegalTime } from '../procedure';
import type { RegimeId } from '../regimes.data';

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

/** T1: the same day or the next working day. */
export const forwardLimits: readonly LegalTime[] = [
  reading('A', 1, 'working-days', CUSTOM),
  reading('B', 1, 'working-days', CUSTOM),
  reading('C', 1, 'working-days', PROVINCE),
];

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
export const slipReceiptLimits: readonly LegalTime[] = [
  reading('A', 1, 'working-days', CUSTOM),
  { ...fixed('B', 15, 'minutes', 'TT 19/2021/TT-BTC Đ36'), validFrom: '2021-05-03' },
  reading('C', 15, 'minutes', 'no figure in TT 89/2026/TT-BTC Đ91; kept from TT 19/2021/TT-BTC Đ36'),
];

/** T5: the tax office issues the notices of income tax and registration fee. */
export const noticeLimits: readonly LegalTime[] = [
  reading('A', 5, 'working-days', CUSTOM),
  fixed('B', 5, 'working-days', 'NĐ 126/2020/NĐ-CP Đ13 kh.6a'),
  fixed('C', 3, 'working-days', 'NĐ 252/2026/NĐ-CP Đ17'),
];

/** M51: what each party has to pay reaches the desk on the same day. */
export const announcementLimits: readonly LegalTime[] = [
  reading('A', 1, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', 'no day count in TT 19/2021/TT-BTC Đ18'),
  reading('C', 0, 'working-days', 'pushed to the citizen, TT 89/2026/TT-BTC Đ91'),
];

/** T16: the printed due date of the notice governs; these are the lengths by which it is printed. */
export const paymentLimits: readonly LegalTime[] = [
  reading('A', 30, 'calendar-days', CUSTOM),
  fixed('B', 30, 'calendar-days', 'NĐ 126/2020/NĐ-CP Đ18 kh.8'),
  fixed('C', 30, 'calendar-days', 'NĐ 252/2026/NĐ-CP Đ21 kh.7–8'),
];

/** T21: the treasury books and tells the tax office. */
export const bookingLimits: readonly LegalTime[] = [
  reading('A', 1, 'working-days', CUSTOM),
  reading('B', 1, 'working-days', 'paid items go to the treasury twice a day, TT 19/2021/TT-BTC Đ38'),
  fixed('C', 0, 'working-days', 'at once after booking, TT 89/2026/TT-BTC Đ36'),
];

/** T22: the tax office says that the obligation is fulfilled. */
export const fulfilmentLimits: readonly LegalTime[] = [
  reading('A', 2, 'working-days', CUSTOM),
  reading('B', 0, 'working-days', CUSTOM),
  reading('C', 0, 'working-days', 'no day count in TT 89/2026/TT-BTC'),
];

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

/** The whole procedure, without tax, bank and citizen. Sums of practice steps differ between sources: configuration. */
export const transferTotalLimits: readonly LegalTime[] = [
  reading('A', 10, 'working-days', 'NĐ 148/2020/NĐ-CP for the former procedure code'),
  reading('B', 13, 'working-days', PRACTICE),
  fixed('C', 5, 'working-days', 'QĐ 2304/QĐ-BNNMT of 23/06/2025'),
];
