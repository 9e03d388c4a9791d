import { VoucherPayerV2 } from '@lienthong/contracts';
import { ListOfText, Optional, Part } from '@lienthong/envelope';

export class MakePaymentRequest {
  @ListOfText({ max: 50, maxLength: 32 })
  readonly payableItemIds: readonly string[];

  /** Who pays, when it is not the one taxpayer of all the items. */
  @Optional()
  @Part(() => VoucherPayerV2)
  readonly payer?: VoucherPayerV2;
}
