import type { DatedRow } from './dated-row.rules';

/** Budget chapter (chương) of households and individuals. */
export const budgetChapters: readonly DatedRow<string>[] = [
  { from: '2016-08-08', to: '2025-06-30', value: '757', source: 'chương of the district level', trust: 'found' },
  { from: '2025-07-01', value: '857', source: 'seen on a notice after the commune-level reform', trust: 'reading' },
];

/** Sub-items (tiểu mục) of the budget. */
export const budgetSubItems = {
  'personal-income-tax': [
    {
      from: '2016-08-08',
      value: '1006',
      source: 'Mục lục NSNN: thuế TNCN từ chuyển nhượng bất động sản',
      trust: 'found',
    },
  ],
  'registration-fee': [
    { from: '2016-08-08', value: '2801', source: 'Mục lục NSNN: lệ phí trước bạ nhà, đất', trust: 'found' },
  ],
  // 1401 was found for land that the State allocates; that a change of purpose goes under it too is a reading.
  'land-use-fee': [{ from: '2016-08-08', value: '1401', source: 'Mục lục NSNN: tiền sử dụng đất', trust: 'reading' }],
} as const satisfies Record<string, readonly DatedRow<string>[]>;

/** Sub-items of late interest; told, to be confirmed with the tax office (domain reference §2.6.3). */
export const lateInterestSubItems = {
  'personal-income-tax': [
    { from: '2016-08-08', value: '4917', source: 'tiền chậm nộp thuế thu nhập cá nhân', trust: 'knowledge' },
  ],
  'registration-fee': [
    { from: '2016-08-08', value: '4944', source: 'tiền chậm nộp các khoản thu khác', trust: 'knowledge' },
  ],
  'land-use-fee': [
    { from: '2016-08-08', value: '4944', source: 'tiền chậm nộp các khoản thu khác', trust: 'knowledge' },
  ],
} as const satisfies Record<string, readonly DatedRow<string>[]>;

/** Revenue account of the State budget. */
export const REVENUE_ACCOUNT = '7111';
