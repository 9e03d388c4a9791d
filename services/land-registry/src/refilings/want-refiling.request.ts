import { OneOf, ProcedureCode, Text } from '@lienthong/envelope';

export class WantRefilingRequest {
  @OneOf(['wrong-procedure', 'wrong-data'] as const)
  readonly cause: 'wrong-procedure' | 'wrong-data';

  /** Under which procedure it has to be filed. */
  @ProcedureCode()
  readonly procedure: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
