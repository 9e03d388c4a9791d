import { WantedPaper } from '@lienthong/contracts';
import { ListOf, Optional, Text } from '@lienthong/envelope';

/** What the citizen has to bring. */
export class WantPapersRequest {
  @ListOf(() => WantedPaper, { max: 20 })
  readonly papers: readonly WantedPaper[];

  @Optional()
  @Text({ max: 1000 })
  readonly note?: string;
}
