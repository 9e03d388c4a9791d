import { errorCatalogue } from '@lienthong/kernel';

/** Days for which the dated law has no row. */
export const lawErrors = errorCatalogue('law', {
  REGIME_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có quy định nào được khai báo cho ngày {on}.',
    en: 'No legal regime is known for {on}.',
  },
  TIMER_MISSING: {
    kind: 'bug',
    vi: 'Chế độ {regime} không quy định thời hạn {timer} vào ngày {on}.',
    en: 'Regime {regime} sets no time for {timer} on {on}.',
  },
});
