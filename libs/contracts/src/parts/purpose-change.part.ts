import { DateText, Text } from '@lienthong/envelope';
import { LAND_PURPOSE } from '../patterns';

/** A change of the land's purpose that needs no permission (chuyển mục đích sử dụng đất không phải xin phép). */
export class PurposeChange {
  /** Mã loại đất from now on. */
  @Text({ max: 3, pattern: LAND_PURPOSE })
  readonly newPurpose: string;

  /** Position of the price table for the new purpose. */
  @Text({ max: 120 })
  readonly newPosition: string;

  /** The owner's declaration (đơn đăng ký biến động). */
  @Text({ max: 60 })
  readonly documentNumber: string;

  @DateText()
  readonly declaredOn: string;
}
