import { Certificate, Contract, LandParcel, Party, Submitter } from '@lienthong/contracts';
import { Flag, ListOf, Optional, Part, ProcedureCode } from '@lienthong/envelope';

/** What the desk clerk types from the citizen's papers. */
export class ReceiveDossierRequest {
  @ProcedureCode()
  readonly procedure: string;

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
}
