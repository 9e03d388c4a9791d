import { DateText, Personal, PersonalNumber, Text } from '@lienthong/envelope';

/** A new name of one owner (đổi tên), with the paper that changed it. */
export class NameChange {
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Personal()
  @Text({ max: 120 })
  readonly newName: string;

  @Text({ max: 60 })
  readonly documentNumber: string;

  @DateText()
  readonly decidedOn: string;
}
