import { DossierCode, Flag, ListOf, OneOf, Optional, Part } from '@lienthong/envelope';
import { Certificate } from './certificate.part';
import { Contract } from './contract.part';
import { EncumbranceConsent } from './encumbrance-consent.part';
import { CONVEYANCE_KINDS, type ConveyanceKind } from './land-change-kinds.data';
import { LandParcel } from './land-parcel.part';
import { Party } from './party.part';
import { SlipClaim } from './slip-claim.part';
import { Submitter } from './submitter.part';

/** The papers of a conveyance (chuyển quyền): transfer, inheritance or gift. */
export class ConveyancePapers {
  /** Loại biến động: absent means transfer. */
  @Optional()
  @OneOf(CONVEYANCE_KINDS)
  readonly changeKind?: ConveyanceKind;

  @ListOf(() => Party, { max: 50 })
  readonly sellers: readonly Party[];

  @ListOf(() => Party, { max: 50 })
  readonly buyers: readonly Party[];

  @ListOf(() => LandParcel, { max: 50 })
  readonly parcels: readonly LandParcel[];

  @Part(() => Contract)
  readonly contract: Contract;

  @Part(() => Certificate)
  readonly certificate: Certificate;

  @Flag()
  readonly newCertificateRequested: boolean;

  @Part(() => Submitter)
  readonly submitter: Submitter;

  @Optional()
  @ListOf(() => EncumbranceConsent, { max: 20 })
  readonly consents?: readonly EncumbranceConsent[];

  /** The dossier of a deregistration that was filed together with this one (hồ sơ nộp cùng) (R5). */
  @Optional()
  @DossierCode()
  readonly filedWith?: string;

  /** Exemptions that the parties claim (đề nghị miễn giảm), person by person (X1–X6). */
  @Optional()
  @ListOf(() => SlipClaim, { max: 100 })
  readonly claims?: readonly SlipClaim[];
}
