import type { Fraction, LocalDate } from '@lienthong/kernel';
import type { PriceRow } from '@lienthong/contracts';
import type { CloseKinRelation } from '../law/kinship.data';
import type { FeeExemptionCode } from '../law/fee-exemptions.data';

/** Loại biến động, as far as money depends on it. An exchange is two changes, one for each property (P10). */
export const changeKinds = [
  'transfer',
  'inheritance',
  'gift',
  'exchange',
  'sublease',
  'capital-contribution',
  'one-time-lease',
  'purpose-change',
  'state-allocation',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A person of one side; a side whose papers are silent about shares holds in equal parts (P8). */
export interface Holder {
  readonly number: string;
  readonly name: string;
  readonly share?: Fraction;
  readonly resident?: boolean;
}

/** Land of one purpose in one parcel, with the price rows that the slip states. */
export interface LandPart {
  readonly parcel: string;
  readonly purpose: string;
  readonly areaSquareMetres: Fraction;
  readonly priceRows: readonly PriceRow[];
  /** Land of an apartment: hệ số phân bổ of the non-agricultural land tax (L5, corrections row 18). */
  readonly allocationCoefficient?: Fraction;
  /** Land leased with one payment of rent: years of the lease (L7). */
  readonly leaseYears?: bigint;
  /** Of a change of purpose: the price rows of the purpose before it (§3.5). */
  readonly priceRowsBefore?: readonly PriceRow[];
}

/** A dated price of one square metre of new building of its grade. */
export interface BuildingPriceRow {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly pricePerSquareMetreDong: string;
  /** The province's price for the registration fee; without one the construction ministry's norms (P3). */
  readonly basis: 'province' | 'ministry';
}

export interface BuildingPart {
  readonly parcel: string;
  readonly floorAreaSquareMetres: Fraction;
  readonly priceRows: readonly BuildingPriceRow[];
  /** Quality left, 1 for a new building. */
  readonly quality: Fraction;
  /** A building to be formed in future counts with the part that was contributed (P4). */
  readonly contributed?: Fraction;
}

/** What the contract, an auction or a sale by the State says; parts, where stated, add up to the total (reading k). */
export interface StatedPrice {
  readonly totalDong: bigint;
  readonly landDong?: bigint;
  readonly buildingDong?: bigint;
  /** A price that decides alone: auction, tender, sale of a State house to its tenant (L6). */
  readonly decisive?: boolean;
}

/** How a claim is proven; papers are asked for only where the national databases lack the fact (X1). */
export type Proof = 'database' | 'papers' | 'none';

/** An exemption that a person claims on the slip or the return. */
export type ExemptionClaim =
  | { readonly ground: 'close-kin'; readonly person: string; readonly relative: string; readonly relation: CloseKinRelation; readonly proof: Proof }
  | { readonly ground: 'divorce'; readonly person: string; readonly proof: Proof }
  | { readonly ground: 'sole-home'; readonly person: string; readonly otherHomes: number; readonly futureHomes: number; readonly heldSince: LocalDate; readonly wholeProperty: boolean }
  | { readonly ground: 'state-allocation'; readonly person: string }
  | { readonly ground: 'farm-land-exchange'; readonly person: string; readonly purposeUnchanged: boolean; readonly directProducer: boolean }
  | { readonly ground: 'registration-fee'; readonly person: string; readonly code: FeeExemptionCode; readonly proof: Proof }
  | { readonly ground: 'fee-deferral'; readonly person: string; readonly proof: Proof }; // prettier-ignore

/** A registered change of a property, with all that its charges depend on. */
export interface PropertyChange {
  readonly kind: ChangeKind;
  readonly givers: readonly Holder[];
  readonly receivers: readonly Holder[];
  readonly land: readonly LandPart[];
  readonly buildings: readonly BuildingPart[];
  readonly price?: StatedPrice;
  readonly contractEffectiveOn?: LocalDate;
  readonly buyerPaysSellersTax: boolean;
  readonly registeredOn: LocalDate;
  /** Day on which the dossier was complete: the day of declaring (corrections row 3). */
  readonly declaredOn: LocalDate;
  /** Registration fee or land-use fee that is still deferred on the certificate (ghi nợ); nothing when absent. */
  readonly openDeferredDong?: bigint;
  /** Day of the slip, the third reading of (e). */
  readonly slipOn: LocalDate;
  readonly claims: readonly ExemptionClaim[];
  /** Các khoản được trừ of a land-use fee, each with its document (§3.5). */
  readonly deductedDong?: bigint;
}
