import { dongText } from '@lienthong/kernel';
import type { ExpectedOutcome, ExpectedPayment } from './expected-outcome';

/** How a dossier about land goes, and how it must end. */
export interface LandScenario {
  readonly name: string;
  readonly text: string;
  /** What differs from the example, docs/examples/w2-land-transfer.json. */
  readonly change?: Readonly<Record<string, unknown>>;
  readonly expected: ExpectedOutcome;
}

/** Notices are issued on the day of the run, 03/08/2026; thirty days later is National Day, so the day after counts. */
const DUE = '2026-09-03';

const seller = (dong: bigint): ExpectedPayment => ({
  ...{ kind: 'personal-income-tax', payer: 'seller', amountDong: dongText(dong), dueDate: DUE },
});
const buyer = (dong: bigint): ExpectedPayment => ({
  ...{ kind: 'registration-fee', payer: 'buyer', amountDong: dongText(dong), dueDate: DUE },
});

const contract = { number: '001/2026/CCGD', effectiveDate: '2026-08-01', buyerPaysSellersTax: false } as const;

/** The first is played when none is named. */
export const landScenarios: readonly LandScenario[] = [
  {
    name: 'sunny',
    text: 'sold below the price table, so the table counts; nothing goes wrong',
    expected: { rows: ['W2'], state: 10, payments: [seller(16_000_000n), buyer(4_000_000n)] },
  },
  {
    name: 'dearer-than-the-table',
    text: 'sold above the price table, so the contract counts',
    change: { contract: { ...contract, totalDong: '1200000000' } },
    expected: { rows: ['W3'], state: 10, payments: [seller(24_000_000n), buyer(6_000_000n)] },
  },
  {
    name: 'capped',
    text: 'a price at which the registration fee meets its cap',
    change: { contract: { ...contract, totalDong: '120000000000' } },
    expected: { rows: ['W10'], state: 10, payments: [seller(2_400_000_000n), buyer(500_000_000n)] },
  },
];

export function landScenarioOf(name: string | undefined): LandScenario {
  const found = landScenarios.find((scenario) => scenario.name === (name ?? landScenarios[0]?.name));
  if (!found) throw new Error(`there is no scenario ${name} of a land transfer`);
  return found;
}
