import { ListOf, OneOf, Optional, Text, Whole } from '@lienthong/envelope';

export class RightLineRequest {
  /** Place of the line on the voucher, from 1. */
  @Whole({ min: 1, max: 50 })
  readonly lineNumber: number;

  /** What the line should have named. */
  @Text({ max: 32 })
  readonly payableItemId: string;
}

export class AskCorrectionRequest {
  /** `right`: the voucher was right as it was first stated. */
  @OneOf(['wrong', 'right'])
  readonly finding: 'wrong' | 'right';

  @Optional()
  @ListOf(() => RightLineRequest, { max: 50 })
  readonly lines?: readonly RightLineRequest[];

  @Text({ min: 10, max: 500 })
  readonly explanation: string;
}

export class OpenInvestigationRequest {
  @Text({ max: 20, pattern: '^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$' })
  readonly reference: string;

  @Text({ max: 4, pattern: '^[0-9]{4}$' })
  readonly treasuryCode: string;

  @ListOf(() => RightLineRequest, { max: 50 })
  readonly lines: readonly RightLineRequest[];

  @Text({ min: 10, max: 500 })
  readonly explanation: string;
}
