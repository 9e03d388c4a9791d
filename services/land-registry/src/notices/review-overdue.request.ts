import { OVERDUE_FINDINGS, type OverdueFinding } from '@lienthong/contracts';
import { OneOf, Text } from '@lienthong/envelope';

export class ReviewOverdueRequest {
  @OneOf(OVERDUE_FINDINGS)
  readonly finding: OverdueFinding;

  @Text({ max: 1000 })
  readonly reason: string;
}
