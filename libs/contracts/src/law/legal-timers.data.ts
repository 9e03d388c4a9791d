import type { LegalTimer, LegalTimerId } from './legal-timers.state';

type Unit = LegalTimer['unit'];
type Rest = Partial<Pick<LegalTimer, 'validFrom' | 'alertAmount' | 'byTime'>>;

/** The rows of one timer: regime, amount, unit, trust, source. */
type Row = readonly [LegalTimer['regime'], number, Unit, LegalTimer['trust'], string, Rest?];

const wd = 'working-days';
const days = 'calendar-days';
const minutes = 'minutes';
const TTLT88 = 'TTLT 88/2016/TTLT-BTC-BTNMT, day counts not read';
const NĐ126 = 'NĐ 126/2020/NĐ-CP';
const TT19 = 'TT 19/2021/TT-BTC';
const NĐ252 = 'NĐ 252/2026/NĐ-CP';
const TT89 = 'TT 89/2026/TT-BTC';
const PROVINCE = 'the province fixes it, NĐ 50/2026/NĐ-CP';
/** Rows of TT 19/2021 apply from this day (corrections row 14). */
const fromTT19 = { validFrom: '2021-05-03' };

const rowsOf: Readonly<Record<LegalTimerId, readonly Row[]>> = {
  T1: [['A', 1, wd, 'knowledge', TTLT88], ['B', 1, wd, 'knowledge', 'as before'], ['C', 1, wd, 'reading', PROVINCE]],
  T2: [
    ['A', 5, wd, 'knowledge', `${TTLT88}; 3 to 5 by procedure`],
    ['B', 4, wd, 'reading', 'practice of a land branch: receive 1, appraise 1, slip 2'],
    ['C', 2, wd, 'reading', PROVINCE],
  ],
  T3: [['B', 15, minutes, 'found', `${TT19} Đ36`, fromTT19], ['C', 15, minutes, 'reading', `no figure in ${TT89} Đ91; kept from ${TT19} Đ36`]],
  T4: [['B', 1, wd, 'found', `${TT19} Đ36`, fromTT19]],
  T5: [['A', 5, wd, 'knowledge', `${TTLT88}; 3 for simple cases`], ['B', 5, wd, 'found', `${NĐ126} Đ13 kh.6a`], ['C', 3, wd, 'found', `${NĐ252} Đ17`]],
  T6: [['A', 5, wd, 'knowledge', TTLT88], ['B', 5, wd, 'found', `${NĐ126} Đ13 kh.6a`], ['C', 5, wd, 'found', `${NĐ252} Đ17`]],
  T7: [['A', 5, wd, 'knowledge', TTLT88], ['B', 5, wd, 'found', `${NĐ126} Đ13 kh.6a`], ['C', 5, wd, 'found', `${NĐ252} Đ17`]],
  T8: [['A', 5, wd, 'knowledge', TTLT88], ['B', 5, wd, 'found', `${NĐ126} Đ13 kh.6a`], ['C', 7, wd, 'found', `${NĐ252} Đ17`]],
  T9: [['A', 3, wd, 'knowledge', TTLT88], ['B', 3, wd, 'found', `${NĐ126} Đ13 kh.6b`], ['C', 7, wd, 'found', `${NĐ252} Đ17`]],
  'T9-produce': [['B', 5, wd, 'found', `${NĐ126} Đ13 kh.6b`], ['C', 5, wd, 'found', `${NĐ252} Đ17`]],
  T10: [
    ['A', 3, wd, 'knowledge', `${TTLT88}; 2 to 3`],
    ['B', 3, wd, 'found', `${NĐ126} Đ13 kh.8`],
    ['C', 5, wd, 'reading', `${TT89} Đ82, Đ91, Đ92 say 3, ${NĐ252} Đ20 says 5: alert at 3, breach at 5`, { alertAmount: 3 }],
  ],
  T11: [['B', 3, wd, 'found', `${NĐ126} Đ13 kh.8b`], ['C', 5, wd, 'found', `${NĐ252} Đ20`]],
  T12: [['B', 5, wd, 'found', `${NĐ126} Đ13 kh.8: the full length again`], ['C', 3, wd, 'found', `${NĐ252} Đ20: the full length again`]],
  T13: [['B', 3, wd, 'found', `${NĐ126} Đ13 kh.6c`], ['C', 2, wd, 'found', NĐ252]],
  'T13-answer': [['C', 5, wd, 'found', NĐ252]],
  T14: [['C', 10, wd, 'found', `${TT89} Đ82`]],
  T15: [
    ['A', 1, wd, 'knowledge', 'the next working day'],
    ['B', 0, wd, 'reading', `no day count in ${TT19} Đ18`, fromTT19],
    ['C', 0, wd, 'reading', `pushed to the citizen, ${TT89} Đ91`],
  ],
  T16: [['A', 30, days, 'knowledge', TTLT88], ['B', 30, days, 'found', `${NĐ126} Đ18 kh.8`], ['C', 30, days, 'found', `${NĐ252} Đ21 kh.7–8`]],
  'T16-income-tax': [['A', 30, days, 'knowledge', TTLT88], ['B', 30, days, 'knowledge', 'the notice says 30'], ['C', 30, days, 'found', `${NĐ252} Đ21 kh.7–8`]],
  T17: [['A', 30, days, 'knowledge', 'half in 30, half in 60 more'], ['B', 30, days, 'found', `${NĐ126} Đ18 kh.4`], ['C', 30, days, 'found', `${NĐ252} Đ21 kh.4`]],
  'T17-rest': [['A', 90, days, 'knowledge', 'half in 30, half in 60 more'], ['B', 90, days, 'found', `${NĐ126} Đ18 kh.4`], ['C', 90, days, 'found', `${NĐ252} Đ21 kh.4`]],
  T18: [['B', 5, minutes, 'found', `${TT19} Đ20`, fromTT19], ['C', 5, minutes, 'found', `${TT89} Đ36`]],
  T19: [
    ['B', 1, wd, 'knowledge', 'found for collecting agents, told for banks: the same day, else by 10:00 of the next', { byTime: '10:00' }],
    ['C', 1, wd, 'found', `${NĐ252} Đ61: the same day, else by 10:00 of the next`, { byTime: '10:00' }],
  ],
  T20: [['C', 1, wd, 'found', `${TT89} Đ36`]],
  T21: [
    ['A', 1, wd, 'knowledge', TTLT88],
    ['B', 1, wd, 'reading', `paid items go to the treasury twice a day, ${TT19} Đ38`, fromTT19],
    ['C', 0, wd, 'found', `at once after booking, ${TT89} Đ36`],
  ],
  T22: [
    ['A', 2, wd, 'knowledge', `${TTLT88}; 1 to 2`],
    ['B', 0, wd, 'reading', 'no day count seen'],
    ['C', 0, wd, 'reading', `no day count in ${TT89}`],
  ],
  T23: [
    ['B', 1, wd, 'reading', `the list follows the due date, ${TT19} Đ18 kh.3; no day count`, fromTT19],
    ['C', 1, wd, 'reading', `kept from ${TT19} Đ18 kh.3; no day count`],
  ],
  T24: [['C', 3, wd, 'found', `${TT89} Đ37`]],
  T25: [['C', 5, wd, 'found', `${TT89} Đ37`]],
  'T25-send': [['C', 2, wd, 'found', `${TT89} Đ37`]],
  'T25-treasury': [['C', 2, wd, 'found', `${TT89} Đ37`]],
  T26: [['C', 10, wd, 'found', `${TT89} Đ44`]],
}; // prettier-ignore

/** Every row of the three regimes, in the order T1–T26. */
export const legalTimers: readonly LegalTimer[] = Object.entries(rowsOf).flatMap(([timer, rows]) =>
  rows.map(([regime, amount, unit, trust, source, rest]) => ({
    timer: timer as LegalTimerId,
    regime,
    amount,
    unit,
    trust,
    source,
    ...rest,
  })),
);
