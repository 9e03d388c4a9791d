import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { Contract, SlipParcel } from '@lienthong/contracts';
import { rowInForce } from '../law/dated-row.rules';
import { higher, landValues, sum } from './land-value.rules';
import { incomeTaxRates } from '../law/rates.data';

export interface Charge {
  /** What the charge is computed from, exact. */
  readonly base: Fraction;
  /** The charge before rounding, exact. */
  readonly amount: Fraction;
}

/** P6: the contract's first day, or the day of registering when the contract makes the buyer pay the seller's tax. */
export function taxTimePoint(contract: Contract, registeredOn: LocalDate): LocalDate {
  return contract.buyerPaysSellersTax ? registeredOn : contract.effectiveDate;
}

/** P1–P2, P7: 2 % of the contract price, or of the adjusted table value of the tax time point when that is higher. */
export function transferIncomeTax(contract: Contract, parcels: readonly SlipParcel[], timePoint: LocalDate): Charge {
  const tableValue = sum(landValues(parcels, timePoint, 'adjusted'));
  const base = higher(Fraction.parse(contract.totalDong), tableValue);
  return { base, amount: base.times(rowInForce('income tax rate', incomeTaxRates, timePoint).value) };
}
