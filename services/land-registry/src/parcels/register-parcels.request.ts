import { Certificate, LAND_ORIGIN, LandParcel, SlipPurpose } from '@lienthong/contracts';
import {
  DateText,
  DecimalText,
  Flag,
  ListOf,
  OneOf,
  Optional,
  Part,
  Personal,
  PersonalNumber,
  ShareText,
  Text,
} from '@lienthong/envelope';
import type { ParcelDetails } from './parcel.state';
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

/** What a first slip takes over from the register. */
export class ParcelDetailsRecord implements ParcelDetails {
  @Optional()
  @Text({ max: 300 })
  readonly address?: string;

  /** Sử dụng lâu dài; else the last day of the term. */
  @Optional()
  @Flag()
  readonly longTerm?: boolean;

  @Optional()
  @DateText()
  readonly until?: string;

  @Optional()
  @Text({ max: 10, pattern: LAND_ORIGIN })
  readonly origin?: string;

  @Optional()
  @ListOf(() => SlipPurpose, { max: 10 })
  readonly purposes?: readonly SlipPurpose[];

  @Optional()
  @DecimalText({ scale: 2 })
  readonly privateAreaSquareMetres?: string;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly sharedAreaSquareMetres?: string;
}

export class ParcelRecord extends LandParcel {
  @Part(() => Certificate)
  readonly certificate: Certificate;

  @ListOf(() => OwnerRecord, { max: 50 })
  readonly owners: readonly OwnerRecord[];

  @Optional()
  @Part(() => ParcelDetailsRecord)
  readonly details?: ParcelDetailsRecord;

  @Optional()
  @ListOf(() => EncumbranceRecord, { max: 20 })
  readonly encumbrances?: readonly EncumbranceRecord[];
}

export class RegisterParcelsRequest {
  @ListOf(() => ParcelRecord, { max: 500 })
  readonly parcels: readonly ParcelRecord[];
}
