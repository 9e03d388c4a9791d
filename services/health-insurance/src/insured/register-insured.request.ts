import { type Sex, sexes } from '@lienthong/contracts';
import { DateText, Flag, OneOf, Optional, Part, Personal, PersonalNumber, Text } from '@lienthong/envelope';

const CARD_NUMBER = '^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$';
const DATE_OR_YEAR = '^[0-9]{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$';

/** A card that was issued before the chains. */
export class CardRecord {
  @Personal()
  @Text({ max: 15, pattern: CARD_NUMBER })
  readonly cardNumber: string;

  @Personal()
  @OneOf(sexes)
  readonly sex: Sex;

  @Personal()
  @Text({ max: 10, pattern: DATE_OR_YEAR })
  readonly birthDate: string;

  @DateText()
  readonly issuedOn: string;

  @DateText()
  readonly validFrom: string;

  @DateText()
  readonly validTo: string;
}

/** A person as social insurance knows them. */
export class RegisterInsuredRequest {
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Flag()
  readonly receivesPension: boolean;

  @Flag()
  readonly funeralAllowance: boolean;

  @Optional()
  @Part(() => CardRecord)
  readonly card?: CardRecord;
}
