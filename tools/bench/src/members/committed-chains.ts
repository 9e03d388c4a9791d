import { AsyncLocalStorage } from 'node:async_hooks';
import { UnitOfWork } from '@lienthong/persistence';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Committed, epochMs } from '../load/line';

/** Tells the driver what a transaction has begun or ended, right after its commit and only then. */
@Injectable()
export class CommittedChains implements OnModuleInit {
  private readonly noted = new AsyncLocalStorage<{ kind: Committed['kind']; chains: string[] }>();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The unit of work knows nobody who wants to hear of its commits: its one entry is observed. */
  onModuleInit(): void {
    const inTransaction = this.unitOfWork.inTransaction.bind(this.unitOfWork);
    this.unitOfWork.inTransaction = (work) => {
      const noted = { kind: 'ended' as const, chains: [] as string[] };
      return this.noted.run(noted, async () => {
        const result = await inTransaction((transaction) => {
          noted.chains = [];
          return work(transaction);
        });
        if (noted.chains.length > 0) process.send?.({ ...noted, at: epochMs() });
        return result;
      });
    };
  }

  /** Inside a unit of work. */
  note(kind: Committed['kind'], chain: string): void {
    const noted = this.noted.getStore();
    if (!noted) throw new Error('a chain was noted outside a unit of work');
    noted.kind = kind;
    noted.chains.push(chain);
  }
}
