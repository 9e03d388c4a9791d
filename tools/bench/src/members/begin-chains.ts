import { UnitOfWork } from '@lienthong/persistence';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type ChainItem, firstItem } from '../load/chain';
import { type Begin, Beginner } from '../load/line';
import { BenchState } from './bench-state.entity';
import { ChainState, stateKeys } from './chain-state';
import { CommittedChains } from './committed-chains';

/** Begins chains when the driver says so over the process's channel: HTTP is not what is measured. */
@Injectable()
export class BeginChains implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    private readonly state: ChainState,
    private readonly committed: CommittedChains,
  ) {}

  onApplicationBootstrap(): void {
    const beginner = new Beginner((batch) => this.begin(batch.map(({ plan, index }) => firstItem(plan, index))));
    process.on('message', (begin: Begin) => beginner.take(begin));
  }

  private begin(items: readonly ChainItem[]): Promise<void> {
    const { unitOfWork } = this;
    return unitOfWork.inTransaction(async (transaction) => {
      await transaction.load(BenchState, items.flatMap(stateKeys));
      await unitOfWork.inScope(transaction, {}, async () => {
        for (const item of items) {
          await this.state.visit(item);
          this.state.send(item);
          this.committed.note('begun', item.chain);
        }
      });
      await transaction.flush();
    });
  }
}
