import { Text } from '@lienthong/envelope';
import { DecisionReason } from '@lienthong/service-host';

export class BookRevenueRequest extends DecisionReason {
  /** Số tham chiếu of the voucher. */
  @Text({ max: 20, pattern: '^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$' })
  readonly reference: string;
}
