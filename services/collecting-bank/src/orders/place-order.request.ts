import { VoucherPayerV2 } from '@lienthong/contracts';
import { ListOfText, OneOf, Optional, Part, Text } from '@lienthong/envelope';

export class PlaceOrderRequest {
  /** Number of the order in the payer's channel; the same number is the same order for ever (F17). */
  @Text({ min: 8, max: 40, pattern: '^[0-9A-Za-z-]{8,40}$' })
  readonly orderNumber: string;

  @ListOfText({ max: 50, maxLength: 32 })
  readonly payableItemIds: readonly string[];

  /** Who pays, when it is not the one taxpayer of all the items. */
  @Optional()
  @Part(() => VoucherPayerV2)
  readonly payer?: VoucherPayerV2;
}

export class OrderResultRequest {
  @OneOf(['debited', 'refused'])
  readonly result: 'debited' | 'refused';

  @Optional()
  @Text({ min: 5, max: 300 })
  readonly reason?: string;
}
