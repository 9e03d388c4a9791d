import type { DossierFile } from '../../../tools/demo/src';

/** What one person owes, computed here by the rules of domain §3.1, §3.4 and §3.8, with whole numbers only. */
export interface OwedAmount {
  readonly kind: 'personal-income-tax' | 'registration-fee';
  readonly payerNumber: string;
  readonly amountDong: string;
}

type Row = DossierFile['priceRows'][number];

const AREA_UNITS = 100n;
const COEFFICIENT_UNITS = 10_000n;
const FEE_CAP_DONG = 500_000_000n;

/** Numbers × units, exactly: '100.5' with 100 gives 10050. */
function scaled(text: string, units: bigint): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * units + BigInt(part.padEnd(units.toString().length - 1, '0') || '0');
}

function rowOn(rows: readonly Row[], day: string): Row {
  const row = rows.find(({ from, to }) => from <= day && (to === undefined || day <= to));
  if (!row) throw new Error(`no price row on ${day}`);
  return row;
}

/** Value of all parcels by the table in units of 1/1,000,000 đồng. */
function tableValue({ parcels, priceRows }: DossierFile, day: string, withCoefficient: boolean): bigint {
  const row = rowOn(priceRows, day);
  const coefficient = withCoefficient ? scaled(row.adjustmentCoefficient, COEFFICIENT_UNITS) : COEFFICIENT_UNITS;
  return parcels.reduce(
    (sum, { areaSquareMetres }) =>
      sum + scaled(areaSquareMetres, AREA_UNITS) * BigInt(row.pricePerSquareMetreDong) * coefficient,
    0n,
  );
}

function rateOf(base: bigint, perThousand: bigint): bigint {
  const units = AREA_UNITS * COEFFICIENT_UNITS * 1_000n;
  return (2n * base * perThousand + units) / (2n * units);
}

function shareOut(total: bigint, shares: readonly string[]): bigint[] {
  const parts = shares.map((share) => {
    const [n = '0', d = '1'] = share.split('/');
    const exact = total * BigInt(n);
    return { whole: exact / BigInt(d), rest: Number(((exact % BigInt(d)) * 1_000_000_000n) / BigInt(d)) };
  });
  let left = total - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const order = parts.map((_, index) => index).sort((a, b) => (parts[b]?.rest ?? 0) - (parts[a]?.rest ?? 0) || a - b);
  const result = parts.map(({ whole }) => whole);
  for (const index of order) {
    if (left === 0n) break;
    result[index] = (result[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return result;
}

export function owedAmounts(file: DossierFile, businessDate: string): OwedAmount[] {
  const { contract, sellers, buyers } = file;
  const price = BigInt(contract.totalDong) * AREA_UNITS * COEFFICIENT_UNITS;
  const higher = (table: bigint): bigint => (table > price ? table : price);
  const taxDay = contract.buyerPaysSellersTax ? businessDate : contract.effectiveDate;
  const tax = rateOf(higher(tableValue(file, taxDay, true)), 20n);
  const uncapped = rateOf(higher(tableValue(file, businessDate, false)), 5n);
  const fee = uncapped > FEE_CAP_DONG ? FEE_CAP_DONG : uncapped;
  const rows = (kind: OwedAmount['kind'], total: bigint, parties: DossierFile['sellers']): OwedAmount[] => {
    const amounts = shareOut(
      total,
      parties.map(({ share }) => share),
    );
    return parties.map(({ personalIdentificationNumber }, index) => ({
      kind,
      payerNumber: personalIdentificationNumber,
      amountDong: String(amounts[index]),
    }));
  };
  return [...rows('personal-income-tax', tax, sellers), ...rows('registration-fee', fee, buyers)];
}
