import { Fraction, type LocalDate, splitByShares } from '@lienthong/kernel';
import { getTimer, legalRegimeOn } from '@lienthong/contracts';
import { rowInForce } from '../law/dated-row.rules';
import { deferralYears, endedDeferralDays, purposeChangeRatios } from '../law/land-use-fee.data';
import type { Readings } from '../law/readings.data';
import { higher, lower, NOTHING, sum, WHOLE } from './fractions.rules';
import { roundedToUnit } from './rounding.rules';

/** What the slip states for a land-use fee; exemption and reduction are decided by the land side (§1.3). */
interface FeeStated {
  /** Part of the fee that the land side has remitted, 0 to 1. */
  readonly reduction?: Fraction;
  /** Deductions with a document of the commune chairman. */
  readonly deductedDong?: bigint;
}

export interface Allocation extends FeeStated {
  readonly kind: 'allocation';
  readonly areaSquareMetres: Fraction;
  readonly priceDong: bigint;
  /** Infrastructure cost per square metre, when the slip states it. */
  readonly infrastructureDong?: bigint;
  /** Collection ratio, whole except in listed cases. */
  readonly ratio?: Fraction;
}

export interface GardenToResidential extends FeeStated {
  readonly kind: 'purpose-change';
  readonly areaSquareMetres: Fraction;
  readonly quotaSquareMetres: Fraction;
  readonly priceBeforeDong: bigint;
  readonly priceAfterDong: bigint;
  /** The special ratios hold once per parcel; a later change pays the whole difference. */
  readonly ratiosUsedBefore?: boolean;
}

/** §3.5: the land-use fee in whole đồng, never negative; reduced with the fee itself, then lowered by deductions. */
export function landUseFee(
  stated: Allocation | GardenToResidential,
  on: LocalDate,
  { roundingUnitDong }: Pick<Readings, 'roundingUnitDong'>,
): bigint {
  const full = stated.kind === 'allocation' ? allocationFee(stated) : purposeChangeFee(stated, on);
  const reduced = full.times(WHOLE.minus(stated.reduction ?? NOTHING));
  const payable = reduced.minus(Fraction.of(stated.deductedDong ?? 0n));
  return roundedToUnit(higher(payable, NOTHING), roundingUnitDong);
}

function allocationFee({ areaSquareMetres, priceDong, infrastructureDong = 0n, ratio = WHOLE }: Allocation): Fraction {
  return areaSquareMetres.times(Fraction.of(priceDong - infrastructureDong)).times(ratio);
}

/** W20, NQ 254/2025 Đ10 kh.2c as told: the area is charged by how far it lies within the allocation quota. */
function purposeChangeFee(stated: GardenToResidential, on: LocalDate): Fraction {
  const { areaSquareMetres: area, quotaSquareMetres: quota, priceAfterDong, priceBeforeDong } = stated;
  const { within, upToOneMore, further } = rowInForce('W20', purposeChangeRatios, on).value;
  const difference = higher(Fraction.of(priceAfterDong - priceBeforeDong), NOTHING);
  if (stated.ratiosUsedBefore) return difference.times(area);
  const inQuota = lower(area, quota);
  const oneMore = lower(area.minus(inQuota), quota);
  const rest = area.minus(inQuota).minus(oneMore);
  return difference.times(sum([inQuota.times(within), oneMore.times(upToOneMore), rest.times(further)]));
}

/** One part of a land-use fee as its notice asks for it. */
export interface Instalment {
  readonly amountDong: bigint;
  /** Calendar days from the notice (reading (c) makes the date). */
  readonly days: number;
}

/** T17: half in 30 days and the rest in 90; the parts add up to the fee. */
export function instalments(feeDong: bigint, issuedOn: LocalDate): readonly Instalment[] {
  const half = Fraction.of(1n, 2n);
  const [first = 0n, rest = 0n] = splitByShares(feeDong, [half, half]);
  return [
    { amountDong: first, days: firstDays(issuedOn) },
    { amountDong: rest, days: getTimer('T17-rest', legalRegimeOn(issuedOn).id, issuedOn).amount },
  ];
}

/** Reading (d): the increase of an amended land-use fee is due whole in 30 days, or in halves like the fee. */
export function raisedInstalments(
  extraDong: bigint,
  issuedOn: LocalDate,
  { raisedLandUseFee }: Pick<Readings, 'raisedLandUseFee'>,
): readonly Instalment[] {
  if (raisedLandUseFee === 'in-halves') return instalments(extraDong, issuedOn);
  return [{ amountDong: extraDong, days: firstDays(issuedOn) }];
}

/** A deferred fee is computed anew and due whole when its years have passed; nothing is due before. */
export function endedDeferral(
  feeDong: bigint,
  deferredOn: LocalDate,
  today: LocalDate,
): readonly Instalment[] | undefined {
  const years = rowInForce('deferral', deferralYears, deferredOn).value;
  const ends = `${Number(deferredOn.slice(0, 4)) + years}${deferredOn.slice(4)}`;
  if (today <= ends) return undefined;
  return [{ amountDong: feeDong, days: rowInForce('deferral', endedDeferralDays, today).value }];
}

function firstDays(issuedOn: LocalDate): number {
  return getTimer('T17', legalRegimeOn(issuedOn).id, issuedOn).amount;
}
