/** What one person must pay in the end, and until when at the day of the example. */
export interface ExpectedPayment {
  readonly kind: 'personal-income-tax' | 'registration-fee';
  readonly payer: 'seller' | 'buyer';
  readonly amountDong: string;
  readonly dueDate: string;
}

/** How a dossier about land goes, and how it must end: state, amounts and dates of the rows that it cites. */
export interface LandScenario {
  readonly name: string;
  readonly text: string;
  /** Rows of the reference from which the amounts and dates come. */
  readonly rows: readonly string[];
  /** What differs from the example, docs/examples/w2-land-transfer.json. */
  readonly change?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly state: number; readonly payments: readonly ExpectedPayment[] };
}

/** Notices are issued on the day of the run, 03/08/2026; thirty days later is National Day, so the day after counts. */
const DUE = '2026-09-03';

const seller = (amountDong: string): ExpectedPayment => ({
  ...{ kind: 'personal-income-tax', payer: 'seller', amountDong, dueDate: DUE },
});
const buyer = (amountDong: string): ExpectedPayment => ({
  ...{ kind: 'registration-fee', payer: 'buyer', amountDong, dueDate: DUE },
});

const contract = { number: '001/2026/CCGD', effectiveDate: '2026-08-01', buyerPaysSellersTax: false } as const;

/** The first is played when none is named. */
export const landScenarios: readonly LandScenario[] = [
  {
    name: 'sunny',
    text: 'sold below the price table, so the table counts; nothing goes wrong',
    rows: ['W2'],
    expected: { state: 10, payments: [seller('16000000'), buyer('4000000')] },
  },
  {
    name: 'dearer-than-the-table',
    text: 'sold above the price table, so the contract counts',
    rows: ['W3'],
    change: { contract: { ...contract, totalDong: '1200000000' } },
    expected: { state: 10, payments: [seller('24000000'), buyer('6000000')] },
  },
  {
    name: 'capped',
    text: 'a price at which the registration fee meets its cap',
    rows: ['W10'],
    change: { contract: { ...contract, totalDong: '120000000000' } },
    expected: { state: 10, payments: [seller('2400000000'), buyer('500000000')] },
  },
];

export function landScenarioOf(name: string | undefined): LandScenario {
  const found = landScenarios.find((scenario) => scenario.name === (name ?? landScenarios[0]?.name));
  if (!found) throw new Error(`there is no scenario ${name} of a land transfer`);
  return found;
}
