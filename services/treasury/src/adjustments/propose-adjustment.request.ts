import { CorrectedLine } from '@lienthong/contracts';
import { IdText, ListOf, OneOf, Optional, Text } from '@lienthong/envelope';

export class ProposeAdjustmentRequest {
  @OneOf(['reversed', 'corrected'])
  readonly kind: 'reversed' | 'corrected';

  @Text({ min: 10, max: 500 })
  readonly reason: string;

  /** What the lines should say, for a correction: never an amount. */
  @Optional()
  @ListOf(() => CorrectedLine, { max: 50 })
  readonly lines?: readonly CorrectedLine[];

  /** The payment investigation that the confirmed correction answers. */
  @Optional()
  @IdText()
  readonly investigationId?: string;
}
