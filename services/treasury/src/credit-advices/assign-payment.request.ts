import { Flag, ListOfText, Optional, Text } from '@lienthong/envelope';

export class AssignPaymentRequest {
  /** What each line of the voucher pays, in the order of the lines, as the payer has chosen. */
  @ListOfText({ max: 50, maxLength: 32 })
  readonly payableItemIds: readonly string[];

  /** The payer's writing in which the choice stands. */
  @Text({ min: 5, max: 300 })
  readonly evidence: string;

  /** The payer pays for other taxpayers and says so. */
  @Optional()
  @Flag()
  readonly onBehalf?: boolean;
}
