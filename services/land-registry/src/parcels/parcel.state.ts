import type { Certificate, SlipLand } from '@lienthong/contracts';
import type { BlockOrder } from '../block-orders/block-order.state';
import type { Encumbrance } from '../encumbrances/encumbrance.state';

export interface Owner {
  readonly name: string;
  readonly personalIdentificationNumber: string;
  readonly share: string;
}

/** What a slip says of a parcel beyond what the papers are compared with (L §2.1.3, part III). */
export type ParcelDetails = Pick<
  SlipLand,
  'address' | 'longTerm' | 'until' | 'origin' | 'purposes' | 'privateAreaSquareMetres' | 'sharedAreaSquareMetres'
>;

/** A parcel of the register with its certificate and owners; one dossier at a time may hold it. */
export interface Parcel {
  /** communeCode|mapSheet|parcelNumber */
  readonly key: string;
  readonly communeCode: string;
  readonly mapSheet: string;
  readonly parcelNumber: string;
  readonly areaSquareMetres: string;
  readonly purpose: string;
  readonly position: string;
  readonly certificate: Certificate;
  readonly owners: readonly Owner[];
  /** Absent where the register does not have them yet. */
  readonly details?: ParcelDetails;
  /** What lies on it now; a later conveyance sees it (R5). */
  readonly encumbrances: readonly Encumbrance[];
  /** Orders from outside that forbid changes, those lifted included (R5). */
  readonly blockOrders?: readonly BlockOrder[];
  /** Who entered it first, and when; what changed it since is in its history. */
  readonly entered?: RecordEntry;
  /** The dossier for which the parcel is kept. */
  readonly heldBy?: string;
}

/** Who entered a record, at which office, and when. */
export interface RecordEntry {
  readonly office: string;
  readonly by: string;
  readonly at: string;
}

interface ParcelPlace {
  readonly communeCode: string;
  readonly mapSheet: string;
  readonly parcelNumber: string;
}

export function parcelKey({ communeCode, mapSheet, parcelNumber }: ParcelPlace): string {
  return `${communeCode}|${mapSheet}|${parcelNumber}`;
}

/** For people: "thửa 312, tờ bản đồ 45, xã 26056". */
export function parcelName({ communeCode, mapSheet, parcelNumber }: ParcelPlace): string {
  return `thửa ${parcelNumber}, tờ bản đồ ${mapSheet}, xã ${communeCode}`;
}
