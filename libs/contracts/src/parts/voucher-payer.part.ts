import { Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';

/** The payer of a budget payment voucher (người nộp). */
export class VoucherPayer {
  @Personal()
  @PersonalNumber()
  readonly number: string;

  @Optional()
  @Personal()
  @Text({ max: 120 })
  readonly name?: string;
}
