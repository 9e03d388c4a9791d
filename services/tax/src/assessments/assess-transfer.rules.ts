import { dongText, type DongText, Fraction, type LocalDate, roundHalfUp, splitByShares } from '@lienthong/kernel';
import type { Party, TransferSlipSentV1 } from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';
import { registrationFee } from './registration-fee.rules';
import { type Charge, taxTimePoint, transferIncomeTax } from './transfer-income-tax.rules';

export type RevenueKind = 'personal-income-tax' | 'registration-fee';

export interface AssessedRow {
  readonly payer: 'seller' | 'buyer';
  readonly payerNumber: string;
  readonly payerName: string;
  readonly share: string;
  readonly amountDong: DongText;
}

/** One kind of revenue of a dossier: base and total in whole đồng, the day whose rules decided, one row per person. */
export interface AssessedRevenue {
  readonly kind: RevenueKind;
  readonly decidedOn: LocalDate;
  readonly baseDong: DongText;
  readonly totalDong: DongText;
  readonly rows: readonly AssessedRow[];
}

type AssessedSlip = Pick<
  TransferSlipSentV1,
  'dossierCode' | 'contract' | 'parcels' | 'sellers' | 'buyers' | 'registeredOn'
>;

/**
 * Income tax of the sellers and registration fee of the buyers. P12: that the buyer pays the seller's tax moves the time
 * point only, the seller stays the payer. The fee is decided by the day of declaring, when the dossier was complete.
 */
export function assessTransfer(slip: AssessedSlip, declaredOn: LocalDate): readonly AssessedRevenue[] {
  const timePoint = taxTimePoint(slip.contract, slip.registeredOn);
  const tax = transferIncomeTax(slip.contract, slip.parcels, timePoint);
  const fee = registrationFee(slip.contract, slip.parcels, declaredOn);
  const revenues = [
    revenue('personal-income-tax', timePoint, tax, { payer: 'seller', persons: slip.sellers }),
    revenue('registration-fee', declaredOn, fee, { payer: 'buyer', persons: slip.buyers }),
  ];
  if (revenues.some(({ rows }) => rows.some(({ amountDong }) => amountDong === '0'))) {
    throw taxErrors.AMOUNT_ZERO({ dossierCode: slip.dossierCode });
  }
  return revenues;
}

/** Default reading (a): the total is computed exactly, rounded once to 1 đồng, then split by the remainder rule. */
function revenue(
  kind: RevenueKind,
  decidedOn: LocalDate,
  { base, amount }: Charge,
  { payer, persons }: { readonly payer: 'seller' | 'buyer'; readonly persons: readonly Party[] },
): AssessedRevenue {
  const total = roundHalfUp(amount);
  const shares = splitByShares(
    total,
    persons.map(({ share }) => Fraction.parse(share)),
  );
  return {
    kind,
    decidedOn,
    baseDong: dongText(roundHalfUp(base)),
    totalDong: dongText(total),
    rows: persons.map((person, i) => ({
      payer,
      payerNumber: person.personalIdentificationNumber,
      payerName: person.name,
      share: person.share,
      amountDong: dongText(shares[i] ?? 0n),
    })),
  };
}
