import { ListOf, OneOf, Optional, Part } from '@lienthong/envelope';
import { Certificate } from './certificate.part';
import { EncumbranceRelease } from './encumbrance-release.part';
import { LAND_REQUEST_KINDS, type LandRequestKind } from './land-change-kinds.data';
import { LandParcel } from './land-parcel.part';
import { Mortgage } from './mortgage.part';
import { NameChange } from './name-change.part';
import { Party } from './party.part';
import { PurposeChange } from './purpose-change.part';
import { Submitter } from './submitter.part';

/** The papers of a change that is registered without another owner; of its kinds the one named by `changeKind` has its part. */
export class LandRequest {
  /** Loại biến động. */
  @OneOf(LAND_REQUEST_KINDS)
  readonly changeKind: LandRequestKind;

  /** The owners as the certificate names them. */
  @ListOf(() => Party, { max: 50 })
  readonly owners: readonly Party[];

  @ListOf(() => LandParcel, { max: 50 })
  readonly parcels: readonly LandParcel[];

  @Part(() => Certificate)
  readonly certificate: Certificate;

  @Part(() => Submitter)
  readonly submitter: Submitter;

  @Optional()
  @Part(() => Mortgage)
  readonly mortgage?: Mortgage;

  /** Of `mortgage-release` and `deferral-removal`. */
  @Optional()
  @Part(() => EncumbranceRelease)
  readonly release?: EncumbranceRelease;

  @Optional()
  @ListOf(() => NameChange, { max: 50 })
  readonly nameChanges?: readonly NameChange[];

  @Optional()
  @Part(() => PurposeChange)
  readonly purposeChange?: PurposeChange;
}
