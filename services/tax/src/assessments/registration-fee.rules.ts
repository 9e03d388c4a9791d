import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { Contract, SlipParcel } from '@lienthong/contracts';
import { rowInForce } from '../law/dated-row.rules';
import { higher, landValues, sum } from './land-value.rules';
import { registrationFeeCapsDong, registrationFeeRates } from '../law/rates.data';
import type { Charge } from './transfer-income-tax.rules';

/**
 * L1–L3: 0.5 % of the contract price or of the table value at declaring, whichever is higher. L9: each parcel is an asset
 * with its own cap, so the base is allotted to the parcels by their table values and each parcel's fee is capped.
 */
export function registrationFee(contract: Contract, parcels: readonly SlipParcel[], declaredOn: LocalDate): Charge {
  const values = landValues(parcels, declaredOn, 'unadjusted');
  const tableValue = sum(values);
  const base = higher(Fraction.parse(contract.totalDong), tableValue);
  const rate = rowInForce('registration fee rate', registrationFeeRates, declaredOn).value;
  const cap = Fraction.of(rowInForce('registration fee cap', registrationFeeCapsDong, declaredOn).value);
  const perValue = base.times(inverse(tableValue));
  return { base, amount: sum(values.map((value) => lower(value.times(perValue).times(rate), cap))) };
}

function inverse(fraction: Fraction): Fraction {
  return Fraction.of(fraction.denominator, fraction.numerator);
}

function lower(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) <= 0 ? a : b;
}
