import { vietnamCalendar } from '@lienthong/kernel';
import { legalTimers } from './legal-timers.data';
import { findTimer, getTimer, isUnverified, legalRegimeOn, taxClockRule, timerEndsOn } from './legal-timers.rules';
import type { LegalTimerId } from './legal-timers.state';
import type { RegimeId } from './regimes.data'; // prettier-ignore

/** A row as `<amount><unit>`, with a question mark where it is a reading; `–` where a regime says nothing. */
function shown(timer: LegalTimerId, regime: RegimeId): string {
  const row = findTimer(timer, regime, { A: '2019-06-03', B: '2024-06-03', C: '2026-08-03' }[regime]);
  if (!row) return '–';
  const unit = { minutes: 'min', 'working-days': 'wd', 'calendar-days': 'd' }[row.unit];
  return `${row.amount} ${unit}${row.trust === 'found' ? '' : '?'}`;
}

const rows: readonly [LegalTimerId, string, string, string, string][] = [
  ['T1', 'one-stop desk to land office', '1 wd?', '1 wd?', '1 wd?'],
  ['T2', 'land office checks and sends the slip', '5 wd?', '4 wd?', '2 wd?'],
  ['T3', 'tax gateway acknowledges receipt', '–', '15 min', '15 min?'],
  ['T4', 'tax accepts the e-dossier', '–', '1 wd', '–'],
  ['T5', 'notices of income tax and registration fee', '5 wd?', '5 wd', '3 wd'],
  ['T6', 'land-use fee of a household', '5 wd?', '5 wd', '5 wd'],
  ['T7', 'land rent', '5 wd?', '5 wd', '5 wd'],
  ['T8', 'land-use fee of an organisation', '5 wd?', '5 wd', '7 wd'],
  ['T9', 'after a deduction document', '3 wd?', '3 wd', '7 wd'],
  ['T9-produce', 'the deduction document itself', '–', '5 wd', '5 wd'],
  ['T10', 'tax asks the sender to complete', '3 wd?', '3 wd', '5 wd?'],
  ['T11', 'the sender answers', '–', '3 wd', '5 wd'],
  ['T12', 'the clock after the answer, in full', '–', '5 wd', '3 wd'],
  ['T13', 'tax asks for cadastral data', '–', '3 wd', '2 wd'],
  ['T13-answer', 'cadastral data are answered', '–', '–', '5 wd'],
  ['T14', 'the citizen explains', '–', '–', '10 wd'],
  ['T15', 'the desk hands the notice over', '1 wd?', '0 wd?', '0 wd?'],
  ['T16', 'registration fee is paid', '30 d?', '30 d', '30 d'],
  ['T16-income-tax', 'income tax is paid', '30 d?', '30 d?', '30 d'],
  ['T17', 'first half of the land-use fee', '30 d?', '30 d', '30 d'],
  ['T17-rest', 'rest of the land-use fee', '90 d?', '90 d', '90 d'],
  ['T18', 'the bank checks the account', '–', '5 min', '5 min'],
  ['T19', 'the bank moves the money', '–', '1 wd?', '1 wd'],
  ['T20', 'the treasury’s bank completes faulty information', '–', '–', '1 wd'],
  ['T21', 'the treasury books and tells tax', '1 wd?', '1 wd?', '0 wd'],
  ['T22', 'tax tells land', '2 wd?', '0 wd?', '0 wd?'],
  ['T23', 'list of overdue dossiers', '–', '1 wd?', '1 wd?'],
  ['T24', 'payment investigation, wrong data of the system', '–', '–', '3 wd'],
  ['T25', 'payment investigation, wrong voucher', '–', '–', '5 wd'],
  ['T25-send', 'of that, tax to treasury', '–', '–', '2 wd'],
  ['T25-treasury', 'of that, the treasury', '–', '–', '2 wd'],
  ['T26', 'confirmation of a tax duty', '–', '–', '10 wd'],
];

describe('the times of the law in regimes A, B and C (L §1.2)', () => {
  it.each(rows)('%s: %s', (timer, _step, a, b, c) => {
    expect([shown(timer, 'A'), shown(timer, 'B'), shown(timer, 'C')]).toEqual([a, b, c]);
  });

  it('every row is of a timer of the list above, once per regime, with a source', () => {
    expect(new Set(legalTimers.map(({ timer }) => timer))).toEqual(new Set(rows.map(([timer]) => timer)));
    expect(new Set(legalTimers.map(({ timer, regime }) => `${timer} ${regime}`)).size).toBe(legalTimers.length);
    expect(legalTimers.filter(({ source }) => source.length < 5)).toEqual([]);
  });

  it.each(['T3', 'T4', 'T15', 'T18', 'T21', 'T23'] as const)(
    '%s, corrections row 14: applies from 03/05/2021 in regime B',
    (timer) => {
      expect(findTimer(timer, 'B', '2021-05-02')).toBeUndefined();
      expect(findTimer(timer, 'B', '2021-05-03')).toBeDefined();
    },
  );

  it('T10, reading (i): regime C alerts at three and breaches at five working days', () => {
    expect(getTimer('T10', 'C', '2026-08-03')).toMatchObject({ alertAmount: 3, amount: 5 });
  });

  it('T19: the money moves by ten o’clock of the next working day', () => {
    expect(getTimer('T19', 'C', '2026-08-03')).toMatchObject({ amount: 1, byTime: '10:00' });
  });

  it('corrections row 15: the day on which the clock starts chooses the regime', () => {
    expect(['2020-12-04', '2020-12-05', '2026-06-30', '2026-07-01'].map((on) => legalRegimeOn(on).id)).toEqual([
      'A',
      'B',
      'B',
      'C',
    ]);
    expect(() => legalRegimeOn('2016-08-07')).toThrow('law.REGIME_UNKNOWN');
  });

  it('regime A is flagged unverified, since none of its numbers was read; B and C are not', () => {
    expect((['A', 'B', 'C'] as const).map(isUnverified)).toEqual([true, false, false]);
  });

  it('corrections row 16: the tax clock starts on acceptance in regime B since 03/05/2021 only', () => {
    expect(taxClockRule('A', '2019-06-03').startsOn).toBe('receipt');
    expect(taxClockRule('B', '2021-05-02')).toMatchObject({ startsOn: 'receipt', trust: 'reading' });
    expect(taxClockRule('B', '2021-05-03').startsOn).toBe('acceptance');
    expect(taxClockRule('C', '2026-08-03').startsOn).toBe('receipt');
  });

  it('a step for which a regime has no time is an error when it must have one', () => {
    expect(() => getTimer('T14', 'B', '2024-06-03')).toThrow('law.TIMER_MISSING');
  });

  it.each([
    ['2026-08-06', 3, '2026-08-11'],
    ['2026-08-06', 5, '2026-08-13'],
    ['2026-08-06', 7, '2026-08-17'],
    ['2026-08-28', 3, '2026-09-04'],
    ['2026-08-28', 5, '2026-09-08'],
  ])('a tax clock from %s: %i working days end on %s (L §3.9, working-day checks)', (from, amount, end) => {
    expect(timerEndsOn(from, { amount, unit: 'working-days' }, vietnamCalendar)).toBe(end);
  });

  it('thirty calendar days that end on a day off end on the next working day, minutes on the same day (L §1.2)', () => {
    expect(timerEndsOn('2026-08-03', getTimer('T16', 'C', '2026-08-03'), vietnamCalendar)).toBe('2026-09-03');
    expect(timerEndsOn('2026-08-10', getTimer('T17-rest', 'C', '2026-08-10'), vietnamCalendar)).toBe('2026-11-09');
    expect(timerEndsOn('2026-08-10', getTimer('T18', 'C', '2026-08-10'), vietnamCalendar)).toBe('2026-08-10');
  });
});
