import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';

/** Notices are issued on the day of the run, 03/08/2026; thirty days later is National Day, so the day after counts. */
export const DUE = '2026-09-03';

const contract = { number: '001/2026/CCGD', effectiveDate: '2026-08-01', buyerPaysSellersTax: false } as const;

export const sunny: LandScenario = {
  name: 'sunny',
  text: 'sold below the price table, so the table counts; nothing goes wrong',
  expected: { rows: ['W2'], state: 10, payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)] },
};

export const dearerThanTheTable: LandScenario = {
  name: 'dearer-than-the-table',
  text: 'sold above the price table, so the contract counts',
  change: { contract: { ...contract, totalDong: '1200000000' } },
  expected: { rows: ['W3'], state: 10, payments: [sellerOwes(24_000_000n, DUE), buyerOwes(6_000_000n, DUE)] },
};

export const capped: LandScenario = {
  name: 'capped',
  text: 'a price at which the registration fee meets its cap',
  change: { contract: { ...contract, totalDong: '120000000000' } },
  expected: {
    rows: ['W10'],
    state: 10,
    payments: [sellerOwes(2_400_000_000n, DUE), buyerOwes(500_000_000n, DUE)],
  },
};
