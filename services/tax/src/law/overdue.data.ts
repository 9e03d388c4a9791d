import type { DatedRow } from './dated-row.rules';

/** Days after the due date from which the tax office tells a payer of the debt (M25). */
export const debtNoticeDays: readonly DatedRow<number>[] = [
  { from: '2016-08-08', to: '2020-06-30', value: 30, source: 'the number of the later law', trust: 'reading' },
  { from: '2020-07-01', value: 30, source: 'Luật 38/2019 Đ59 kh.3–4', trust: 'found' },
];
