import { Certificate, LandParcel } from '@lienthong/contracts';
import { ListOf, Part, Personal, PersonalNumber, ShareText, Text } from '@lienthong/envelope';

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

export class ParcelRecord extends LandParcel {
  @Part(() => Certificate)
  readonly certificate: Certificate;

  @ListOf(() => OwnerRecord, { max: 50 })
  readonly owners: readonly OwnerRecord[];
}

export class RegisterParcelsRequest {
  @ListOf(() => ParcelRecord, { max: 500 })
  readonly parcels: readonly ParcelRecord[];
}
