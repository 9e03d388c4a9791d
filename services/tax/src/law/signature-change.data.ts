import type { DatedRow } from './dated-row.rules';

/**
 * Days by which the change of a signature is announced ahead. That a changed key counts for nothing before is our reading: the
 * text states the time, and no consequence.
 */
export const signatureChangeDays: readonly DatedRow<number>[] = [
  { from: '2026-07-01', value: 15, source: 'TT 89/2026/TT-BTC Đ93', trust: 'found' },
];
