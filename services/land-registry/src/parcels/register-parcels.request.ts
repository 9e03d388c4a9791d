import { Certificate, LandParcel } from '@lienthong/contracts';
import {
  DateText,
  ListOf,
  OneOf,
  Optional,
  Part,
  Personal,
  PersonalNumber,
  ShareText,
  Text,
} from '@lienthong/envelope';
import { ENCUMBRANCE_KINDS, type EncumbranceKind } from '../encumbrances/encumbrance.state';

export class OwnerRecord {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @ShareText()
  readonly share: string;
}

/** What lies on the parcel already, registered before this register was kept. */
export class EncumbranceRecord {
  @OneOf(ENCUMBRANCE_KINDS)
  readonly kind: EncumbranceKind;

  @Text({ max: 30 })
  readonly registerNumber: string;

  @DateText()
  readonly registeredOn: string;

  @Optional()
  @Personal()
  @Text({ max: 200 })
  readonly holderName?: string;
}

export class ParcelRecord extends LandParcel {
  @Part(() => Certificate)
  readonly certificate: Certificate;

  @ListOf(() => OwnerRecord, { max: 50 })
  readonly owners: readonly OwnerRecord[];

  @Optional()
  @ListOf(() => EncumbranceRecord, { max: 20 })
  readonly encumbrances?: readonly EncumbranceRecord[];
}

export class RegisterParcelsRequest {
  @ListOf(() => ParcelRecord, { max: 500 })
  readonly parcels: readonly ParcelRecord[];
}
