import { Fraction } from '@lienthong/kernel';
import { type DatedRow, rowInForce } from '../law/dated-row.rules';
import { registrationFeeCapsDong, registrationFeeRates } from '../law/rates.data';
import type { Readings } from '../law/readings.data';
import { applied } from './applied-rule.rules';
import type { ExactCharge, ExactPersonCharge } from './charge.state';
import { exemptPortion } from './exemption-claims.rules';
import { isDeferred } from './fee-deferral.rules';
import { feeExemptions } from './fee-exemptions.rules';
import { lower, NOTHING, shareOf, sum, WHOLE } from './fractions.rules';
import { shareHolders } from './holders.rules';
import type { PropertyChange } from './property-change.state';
import { propertyValue, type PropertyValue } from './property-value.rules';
import { type ComparedPrice, comparedByComponent, comparedByTotal } from './stated-price.rules';

/** L1–L9: 0.5 % of table or stated price, paid by who is registered as owner, decided on the day of declaring. */
export function registrationFee(change: PropertyChange, readings: Readings): ExactCharge {
  const { declaredOn } = change;
  const value = propertyValue(change, declaredOn, 'unadjusted');
  const compared = feeBase(change, value, readings);
  const rate = rowInForce('L1', registrationFeeRates, declaredOn);
  const cap = rowInForce('L9', registrationFeeCapsDong, declaredOn);
  const assets = assetBases(compared, value);
  const own = shareHolders(change.receivers);
  const other = shareHolders(change.givers);
  const persons = own.map((person): ExactPersonCharge => {
    const decisions = feeExemptions(person, { change, own, other, readings, timePoint: declaredOn });
    const arising = feeOf(assets, person.share, { rate, cap, feeCap: readings.feeCap });
    const payable = arising.times(WHOLE.minus(exemptPortion(decisions)));
    const { number, name, share } = person;
    const deferral = isDeferred(change, person) ? { deferred: true as const } : {};
    return { payer: 'buyer', number, name, share, arising, payable, decisions, ...deferral };
  });
  const rules = [applied('L1', rate), applied('L9', cap)];
  return { kind: 'registration-fee', base: compared.base, decidedOn: declaredOn, persons, rules };
}

/** L2, L6: inheritance and gift have no price to compare with; a price of an auction or of the State decides alone. */
function feeBase({ kind, price }: PropertyChange, value: PropertyValue, { feeComparison }: Readings): ComparedPrice {
  if (kind === 'inheritance' || kind === 'gift') return comparedByTotal(undefined, value);
  if (price?.decisive) return { base: Fraction.of(price.totalDong) };
  return feeComparison === 'by-total' ? comparedByTotal(price, value) : comparedByComponent(price, value);
}

/** L9: land with the buildings on it is one asset; the base is allotted to the assets by their table values. */
function assetBases({ base, parts }: ComparedPrice, value: PropertyValue): readonly Fraction[] {
  const table = value.land.plus(value.building);
  if (table.equals(NOTHING)) return [base];
  return value.parcels.map(({ land, building }) =>
    parts
      ? parts.land.times(shareOf(land, value.land)).plus(parts.building.times(shareOf(building, value.building)))
      : base.times(shareOf(land.plus(building), table)),
  );
}

interface FeeTerms {
  readonly rate: DatedRow<Fraction>;
  readonly cap: DatedRow<bigint>;
  readonly feeCap: Readings['feeCap'];
}

/** Reading (b): the cap holds for the asset, and the person bears a share of it; or for each person's share. */
function feeOf(assets: readonly Fraction[], share: Fraction, { rate, cap, feeCap }: FeeTerms): Fraction {
  const most = Fraction.of(cap.value);
  const fees = assets.map((base) => base.times(rate.value));
  return feeCap === 'per-asset'
    ? sum(fees.map((fee) => lower(fee, most))).times(share)
    : sum(fees.map((fee) => lower(fee.times(share), most)));
}
