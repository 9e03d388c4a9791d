import { DateText, Flag, OneOf, Optional, Part, Personal, PersonalNumber, ShareText, Text } from '@lienthong/envelope';
import { COMMUNE_CODE, PHONE, TAX_CODE } from '../patterns';
import { SLIP_PERSON_KINDS } from './slip-words';

/** Another paper (giấy tờ khác) that identifies a person without a personal identification number. */
export class IdentityDocument {
  /** Loại giấy tờ: passport, military identity card, establishment decision. */
  @Text({ max: 60 })
  readonly kind: string;

  @Personal()
  @Text({ max: 30 })
  readonly number: string;

  @DateText()
  readonly issuedOn: string;

  @Optional()
  @Text({ max: 120 })
  readonly issuedBy?: string;
}

/** Where a person lives or an organisation has its seat (địa chỉ). */
export class SlipAddress {
  @Personal()
  @Text({ max: 300 })
  readonly text: string;

  @Optional()
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode?: string;

  @Optional()
  @Text({ max: 2, pattern: '^[0-9]{2}$' })
  readonly provinceCode?: string;
}

/** Người đại diện: who acts for a household, organisation, minor. */
export class SlipRepresentative {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Optional()
  @PersonalNumber()
  readonly personalIdentificationNumber?: string;
}

/** Người nộp thay: who declares and pays on behalf of the person, by which document. */
export class PayerOnBehalf {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Optional()
  @Personal()
  @Text({ max: 14, pattern: TAX_CODE })
  readonly taxCode?: string;

  @Text({ max: 120 })
  readonly document: string;
}

/** A person on one side of the slip, with the share held or taken; identified by number, tax code or paper (R7). */
export class SlipPerson {
  /** Absent: an individual. */
  @Optional()
  @OneOf(SLIP_PERSON_KINDS)
  readonly kind?: (typeof SLIP_PERSON_KINDS)[number];

  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Optional()
  @PersonalNumber()
  readonly personalIdentificationNumber?: string;

  /** Mã số thuế, 10 digits or 13 with a hyphen. */
  @Optional()
  @Personal()
  @Text({ max: 14, pattern: TAX_CODE })
  readonly taxCode?: string;

  @Optional()
  @Part(() => IdentityDocument)
  readonly identityDocument?: IdentityDocument;

  @Optional()
  @Personal()
  @DateText()
  readonly birthDate?: string;

  @Optional()
  @Personal()
  @OneOf(['male', 'female'] as const)
  readonly sex?: 'male' | 'female';

  @Optional()
  @Personal()
  @Text({ max: 60 })
  readonly nationality?: string;

  /** Cá nhân cư trú. */
  @Optional()
  @Flag()
  readonly resident?: boolean;

  @Optional()
  @Part(() => SlipAddress)
  readonly address?: SlipAddress;

  @Optional()
  @Personal()
  @Text({ max: 20, pattern: PHONE })
  readonly phone?: string;

  @Optional()
  @Personal()
  @Text({ max: 120 })
  readonly email?: string;

  /** Share of this side, `1/2`; the shares of a side add up to exactly one (R1). */
  @ShareText()
  readonly share: string;

  @Optional()
  @Part(() => SlipRepresentative)
  readonly representative?: SlipRepresentative;

  @Optional()
  @Part(() => PayerOnBehalf)
  readonly payerOnBehalf?: PayerOnBehalf;
}
