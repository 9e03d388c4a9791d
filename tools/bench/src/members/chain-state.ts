import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type ChainItem, recipientOf } from '../load/chain';
import { BenchItemV1 } from './bench-item.message';
import { BenchState } from './bench-state.entity';

export const BENCH_OFFICE = 'centre';

/** Keys of a chain's rows of state. */
export function stateKeys({ chain, stateRows }: Pick<ChainItem, 'chain' | 'stateRows'>): readonly string[] {
  return Array.from({ length: stateRows }, (_, row) => `${chain}#${row}`);
}

/** Records a visit and sends what follows from it. */
@Injectable()
export class ChainState {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async visit(item: ChainItem): Promise<void> {
    const { chain, amount } = item;
    for (const key of stateKeys(item)) {
      const known = await this.unitOfWork.find(BenchState, key);
      const sums = { visits: (known?.visits ?? 0) + 1, amount: (known?.amount ?? 0) + amount };
      this.unitOfWork.save(BenchState, { key, chain, ...sums, updatedAt: this.clock.now() });
    }
  }

  send(item: ChainItem): void {
    const to = [{ member: recipientOf(item), office: BENCH_OFFICE }];
    this.unitOfWork.send(BenchItemV1, item, { fromOffice: BENCH_OFFICE, to });
  }
}
