import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { nextItem } from '../load/chain';
import { BenchItemV1 } from './bench-item.message';
import { BenchState } from './bench-state.entity';
import { ChainState, stateKeys } from './chain-state';
import { CommittedChains } from './committed-chains';

/** Records the visit and passes the message on along its route. */
@Controller()
export class RecordItemHandler {
  constructor(
    private readonly state: ChainState,
    private readonly committed: CommittedChains,
  ) {}

  @Handles(BenchItemV1, { loads: [[BenchState, stateKeys]] })
  async handle({ body }: Received<BenchItemV1>): Promise<void> {
    await this.state.visit(body);
    const next = nextItem(body);
    if (next) this.state.send(next);
    else this.committed.note('ended', body.chain);
  }
}
