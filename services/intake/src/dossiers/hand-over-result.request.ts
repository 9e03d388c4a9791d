import { Optional, Text } from '@lienthong/envelope';
import { DecisionReason } from '@lienthong/service-host';

export class HandOverResultRequest extends DecisionReason {
  /** Who takes the result at the desk. */
  @Optional()
  @Text({ max: 120 })
  readonly receiverName?: string;
}
