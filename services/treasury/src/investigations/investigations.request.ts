import { OneOf, Optional, Text } from '@lienthong/envelope';

export class AnswerInvestigationRequest {
  @OneOf(['done', 'refused'])
  readonly outcome: 'done' | 'refused';

  /** Why not; a refusal needs one. */
  @Optional()
  @Text({ min: 10, max: 500 })
  readonly reason?: string;
}
