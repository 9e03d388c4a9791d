import { Paper } from '@lienthong/contracts';
import { ListOf, OneOf, Optional, Text } from '@lienthong/envelope';

const branches = ['registration', 'residence', 'health-card', 'benefits', 'funeral'] as const;

/** Papers that an agency of the chain has asked for. */
export class SupplementPapersRequest {
  @OneOf(branches)
  readonly branch: (typeof branches)[number];

  @ListOf(() => Paper, { max: 20 })
  readonly papers: readonly Paper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
