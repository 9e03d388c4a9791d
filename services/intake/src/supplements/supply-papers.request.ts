import { Paper } from '@lienthong/contracts';
import { ListOf, Optional, Text } from '@lienthong/envelope';

/** Papers that the land office has asked for. */
export class SupplyPapersRequest {
  @ListOf(() => Paper, { max: 20 })
  readonly papers: readonly Paper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
