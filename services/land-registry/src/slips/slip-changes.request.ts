import {
  SLIP_CHANGE_KINDS,
  SLIP_REVENUES,
  SlipBuilding,
  SlipCertificate,
  type SlipChangeKind,
  SlipClaim,
  SlipContract,
  SlipDeduction,
  SlipDeferral,
  SlipLand,
  SlipPerson,
} from '@lienthong/contracts';
import { DossierCode, ListOf, ListOfText, OneOf, Optional, Part, Text } from '@lienthong/envelope';

/** Fields of a slip that the officer draws up or corrects; each that is given takes the place of the whole field. */
export class SlipChangesRequest {
  @Optional()
  @OneOf(SLIP_CHANGE_KINDS)
  readonly changeKind?: SlipChangeKind;

  @Optional()
  @ListOf(() => SlipPerson, { min: 0, max: 50 })
  readonly sellers?: readonly SlipPerson[];

  @Optional()
  @ListOf(() => SlipPerson, { max: 50 })
  readonly buyers?: readonly SlipPerson[];

  @Optional()
  @ListOf(() => SlipLand, { max: 50 })
  readonly parcels?: readonly SlipLand[];

  @Optional()
  @ListOf(() => SlipBuilding, { max: 50 })
  readonly buildings?: readonly SlipBuilding[];

  @Optional()
  @Part(() => SlipCertificate)
  readonly certificate?: SlipCertificate;

  @Optional()
  @Part(() => SlipContract)
  readonly contract?: SlipContract;

  @Optional()
  @ListOf(() => SlipClaim, { max: 100 })
  readonly claims?: readonly SlipClaim[];

  @Optional()
  @ListOfText({ max: 5, maxLength: 40, pattern: `^(${SLIP_REVENUES.join('|')})$` })
  readonly revenues?: readonly string[];

  @Optional()
  @ListOf(() => SlipDeferral, { max: 50 })
  readonly deferrals?: readonly SlipDeferral[];

  @Optional()
  @ListOf(() => SlipDeduction, { max: 20 })
  readonly deductions?: readonly SlipDeduction[];
}

/** F5: the land office found its own slip wrong. */
export class ReplaceSlipRequest extends SlipChangesRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}

/** M15 */
export class WithdrawSlipRequest {
  @Text({ max: 1000 })
  readonly reason: string;

  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;
}

/** A slip as the leader looked at it. */
export class SlipToSign {
  @DossierCode()
  readonly dossierCode: string;

  /** Version of the dossier in work list or view. */
  @Text({ max: 20, pattern: '^"[0-9]{1,15}"$' })
  readonly etag: string;
}

/** Dossiers whose slips a leader signs in one go; each is answered by itself. */
export class SignSlipsRequest {
  @ListOf(() => SlipToSign, { max: 50 })
  readonly slips: readonly SlipToSign[];

  /** Kept in the history of each. */
  @Optional()
  @Text({ max: 2000 })
  readonly reason?: string;
}
