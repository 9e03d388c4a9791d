import { Optional, Text } from '@lienthong/envelope';

export class HandOverResultRequest {
  /** Who takes the result at the desk. */
  @Optional()
  @Text({ max: 120 })
  readonly receiverName?: string;
}
