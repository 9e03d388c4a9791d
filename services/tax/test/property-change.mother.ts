import { Fraction } from '@lienthong/kernel';
import type { PriceRow } from '@lienthong/contracts';
import { assessChange } from '../src/charges/assess-change.rules';
import type { RevenueKind } from '../src/charges/charge.state';
import type {
  BuildingPart,
  ExemptionClaim,
  Holder,
  LandPart,
  PropertyChange,
} from '../src/charges/property-change.state';
import { defaultReadings, type Readings } from '../src/law/readings.data';
import { aPriceRow } from './transfer-slip.mother';

export const DAY = '2026-08-03';

/** The common data of the worked examples: 100 m² at 8,000,000, sold by A to X on 1 August and declared on 3 August 2026. */
export function aChange(changes: Partial<PropertyChange> = {}): PropertyChange {
  return {
    kind: 'transfer',
    givers: [holder('A')],
    receivers: [holder('X')],
    land: [aLandPart()],
    buildings: [],
    contractEffectiveOn: '2026-08-01',
    buyerPaysSellersTax: false,
    registeredOn: DAY,
    declaredOn: DAY,
    slipOn: DAY,
    claims: [],
    ...changes,
  };
}

export function holder(name: string, share?: string): Holder {
  return { number: name, name: `Người ${name}`, ...(share && { share: Fraction.parse(share) }) };
}

export function aLandPart(changes: Partial<LandPart> = {}): LandPart {
  return {
    parcel: '45|312',
    purpose: 'ODT',
    areaSquareMetres: Fraction.of(100n),
    priceRows: [prices(8_000_000n)],
    ...changes,
  };
}

/** Land whose table value is this, on any day of 2026 and 2027. */
export function landWorth(dong: bigint, parcel = '45|312'): LandPart {
  return aLandPart({ parcel, areaSquareMetres: Fraction.of(1n), priceRows: [prices(dong, { to: '2027-12-31' })] });
}

export function prices(perSquareMetre: bigint, changes: Partial<PriceRow> = {}): PriceRow {
  return aPriceRow(perSquareMetre, changes);
}

/** The house of W4: 150 m² at 6,500,000, four fifths left, worth 780,000,000. */
export function aHouse(changes: Partial<BuildingPart> = {}): BuildingPart {
  return {
    parcel: '45|312',
    floorAreaSquareMetres: Fraction.of(150n),
    priceRows: [{ from: '2026-01-01', pricePerSquareMetreDong: '6500000', basis: 'province' }],
    quality: Fraction.parse('0.80'),
    ...changes,
  };
}

export function kin(
  person: string,
  relative: string,
  relation: Extract<ExemptionClaim, { ground: 'close-kin' }>['relation'] = 'sibling-by-blood',
): ExemptionClaim {
  return { ground: 'close-kin', person, relative, relation, proof: 'database' };
}

export function soleHome(
  person: string,
  changes: Partial<Extract<ExemptionClaim, { ground: 'sole-home' }>> = {},
): ExemptionClaim {
  return {
    ground: 'sole-home',
    person,
    otherHomes: 0,
    futureHomes: 0,
    heldSince: '2019-04-01',
    wholeProperty: true,
    ...changes,
  };
}

/** Base, total and what each person pays, in đồng; reasons of what was claimed. */
export interface Outcome {
  readonly base: bigint;
  readonly total: bigint;
  readonly payable: Readonly<Record<string, bigint>>;
  readonly reasons: Readonly<Record<string, readonly string[]>>;
}

export function outcome(
  change: PropertyChange,
  readings: Partial<Readings> = {},
): Partial<Record<RevenueKind, Outcome>> {
  return Object.fromEntries(
    assessChange(change, { ...defaultReadings, ...readings }).map(({ kind, baseDong, totalDong, persons }) => [
      kind,
      {
        base: baseDong,
        total: totalDong,
        payable: Object.fromEntries(persons.map(({ number, payableDong }) => [number, payableDong])),
        reasons: Object.fromEntries(
          persons.map(({ number, decisions }) => [number, decisions.map(({ rule, reason }) => `${rule}: ${reason}`)]),
        ),
      },
    ]),
  );
}

/** Totals of income tax and registration fee; an absent kind is undefined. */
export function totals(
  change: PropertyChange,
  readings: Partial<Readings> = {},
): [bigint | undefined, bigint | undefined] {
  const charges = outcome(change, readings);
  return [charges['personal-income-tax']?.total, charges['registration-fee']?.total];
}
