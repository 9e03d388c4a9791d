import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { PriceRow } from '@lienthong/contracts';
import { rowInForce } from '../law/dated-row.rules';
import { wholeDifferenceRatios } from '../law/land-use-fee.data';
import { priceRowInForce } from '../price-table/land-price.rules';
import { taxErrors } from '../tax.errors';
import { applied } from './applied-rule.rules';
import type { ExactCharge, ExactPersonCharge } from './charge.state';
import { higher, lower, NOTHING, shareOf, sum, WHOLE } from './fractions.rules';
import { shareHolders } from './holders.rules';
import type { LandPart, PropertyChange } from './property-change.state';

/**
 * §3.5: the land-use fee of a change of purpose that needs no permission: the whole difference of the two table prices on the
 * day of declaring, by share, less what the slip states to be deducted. Nothing where the slip names no use before.
 */
export function purposeChangeCharge({
  land,
  receivers,
  declaredOn,
  deductedDong = 0n,
}: PropertyChange): ExactCharge | undefined {
  const changed = land.filter(({ priceRowsBefore }) => priceRowsBefore !== undefined);
  if (changed.length === 0) return undefined;
  const ratio = rowInForce('§3.5', wholeDifferenceRatios, declaredOn);
  const base = sum(changed.map((part) => difference(part, declaredOn)));
  const fee = base.times(ratio.value);
  const deducted = lower(Fraction.of(deductedDong), fee);
  const left = WHOLE.minus(shareOf(deducted, fee));
  const decisions = deductedDong > 0n ? [deduction(shareOf(deducted, fee))] : [];
  const persons = shareHolders(receivers).map(({ number, name, share }): ExactPersonCharge => {
    const arising = fee.times(share);
    return { payer: 'buyer', number, name, share, arising, payable: arising.times(left), decisions };
  });
  return { kind: 'land-use-fee', base, decidedOn: declaredOn, persons, rules: [applied('§3.5', ratio)] };
}

function difference({ areaSquareMetres, priceRows, priceRowsBefore = [] }: LandPart, on: LocalDate): Fraction {
  return areaSquareMetres.times(higher(priceOn(priceRows, on).minus(priceOn(priceRowsBefore, on)), NOTHING));
}

function priceOn(rows: readonly PriceRow[], on: LocalDate): Fraction {
  const row = priceRowInForce(rows, on);
  if (!row) throw taxErrors.PRICE_ROW_MISSING({ on });
  return Fraction.parse(row.pricePerSquareMetreDong);
}

function deduction(portion: Fraction): ExactPersonCharge['decisions'][number] {
  return { rule: '§3.5', portion, reason: 'Đã trừ các khoản được trừ ghi trên phiếu chuyển.' };
}
