import {
  Certificate,
  Contract,
  CONVEYANCE_KINDS,
  type ConveyanceKind,
  EncumbranceConsent,
  LandParcel,
  Party,
  SlipClaim,
  Submitter,
} from '@lienthong/contracts';
import { DossierCode, Flag, ListOf, OneOf, Optional, Part, ProcedureCode } from '@lienthong/envelope';

/** What the desk clerk types from the citizen's papers. */
export class ReceiveDossierRequest {
  @ProcedureCode()
  readonly procedure: string;

  /** Absent means transfer. An inheritance or a gift has a deed in place of the contract; a deed without a price says 0. */
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

  @Optional()
  @Flag()
  readonly newCertificateRequested?: boolean;

  @Part(() => Submitter)
  readonly submitter: Submitter;

  @Optional()
  @ListOf(() => EncumbranceConsent, { max: 20 })
  readonly consents?: readonly EncumbranceConsent[];

  /** The deregistration that was filed together with this dossier (R5). */
  @Optional()
  @DossierCode()
  readonly filedWith?: string;

  /** Exemptions that the parties claim, person by person; the tax office decides about them (X1–X6). */
  @Optional()
  @ListOf(() => SlipClaim, { max: 100 })
  readonly claims?: readonly SlipClaim[];
}
