import type { FieldFault, LocalDate } from '@lienthong/kernel';
import type { Parcel } from '../parcels/parcel.state';
import type { PricePosition } from '../prices/price-position.state';
import type { SlipDraft } from '../dossiers/land-dossier.state';

/** What lies on a parcel of the register and may stand in the way of a change (R5). */
export interface ParcelBlock {
  readonly kind: string;
  readonly registerNumber: string;
}

export type CheckedParcel = Parcel & { readonly encumbrances?: readonly ParcelBlock[] };

/** What the register says on the day of the check, by its keys. */
export interface SlipFacts {
  readonly parcels: ReadonlyMap<string, CheckedParcel>;
  readonly prices: ReadonlyMap<string, PricePosition>;
  /** Register numbers of blocks whose holder consents in writing, or that a dossier filed together takes off. */
  readonly consents: readonly string[];
  readonly on: LocalDate;
}

export type SlipRule = (slip: SlipDraft, facts: SlipFacts) => readonly FieldFault[];
