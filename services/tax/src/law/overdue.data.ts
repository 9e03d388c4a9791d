import type { DatedRow } from './dated-row.rules';

/** Days from the due date on which a payer is reminded of what is unpaid: below zero before it (L §4.8). */
export const reminderDays: readonly DatedRow<readonly number[]>[] = [
  { from: '2016-08-08', value: [-7, -1, 1], source: 'no text; the practice of reminding by SMS', trust: 'reading' },
];

/** Days after the due date from which the tax office tells a payer of the debt (M25). */
export const debtNoticeDays: readonly DatedRow<number>[] = [
  { from: '2016-08-08', to: '2020-06-30', value: 30, source: 'the number of the later law', trust: 'reading' },
  { from: '2020-07-01', value: 30, source: 'Luật 38/2019 Đ59 kh.3–4', trust: 'found' },
];
