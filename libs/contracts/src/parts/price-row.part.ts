import type { DongText } from '@lienthong/kernel';
import { DateText, DecimalText, DongAmount, Optional, Text } from '@lienthong/envelope';

/** A dated row of the land price table (giá bảng): price per square metre, adjustment coefficient, decision (quyết định giá). */
export class PriceRow {
  @DateText()
  readonly from: string;

  /** Last day of the row; absent while it is in force. */
  @Optional()
  @DateText()
  readonly to?: string;

  @DongAmount()
  readonly pricePerSquareMetreDong: DongText;

  /** Hệ số điều chỉnh giá đất; used for income tax only (corrections row 18). */
  @DecimalText({ scale: 4 })
  readonly adjustmentCoefficient: string;

  @Text({ max: 200 })
  readonly decision: string;
}
