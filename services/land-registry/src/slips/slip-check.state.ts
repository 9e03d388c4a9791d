import type { EncumbranceConsent, Party } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import type { Parcel } from '../parcels/parcel.state';
import type { PricePosition } from '../prices/price-position.state';
import type { SlipDraft } from '../dossiers/land-dossier.state';

/** What the register says on the day of the check, by its keys. */
export interface SlipFacts {
  readonly parcels: ReadonlyMap<string, Parcel>;
  readonly prices: ReadonlyMap<string, PricePosition>;
  /** Who takes the land by the papers that were filed. */
  readonly filedBuyers: readonly Party[];
  /** Of the holders of what lies on the parcels (R5). */
  readonly consents: readonly EncumbranceConsent[];
  /** Register numbers that a deregistration filed together with the dossier takes off. */
  readonly releasedTogether: readonly string[];
  readonly on: LocalDate;
}

export type SlipRule = (slip: SlipDraft, facts: SlipFacts) => readonly FieldFault[];
