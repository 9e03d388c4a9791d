import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { type Origin, UnitOfWork } from '@lienthong/persistence';
import { type Creation, Idempotency } from './idempotency';

/** Creations that one transaction takes: those behind wait for its commit. */
const MOST = 50;

interface Waiting {
  readonly creation: Creation;
  readonly origin: Origin;
  /** Carries the request's own context, in which its work runs. */
  readonly context: AsyncResource;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Creations that came while a transaction ran share the next one: one look for their keys, one wait for what they all
 * lock, one commit. Each has a scope of its own, so that a refused one costs the others nothing; when the transaction
 * fails as a whole, each is done again by itself.
 */
@Injectable()
export class GatheredCreations {
  private readonly waiting: Waiting[] = [];
  private isRunning = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  /** Resolves after the commit. @throws what the work throws, http.IDEMPOTENCY_KEY_REUSED */
  perform(creation: Creation, origin: Origin): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const context = new AsyncResource('GatheredCreation');
      this.waiting.push({ creation, origin, context, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) await this.together(this.waiting.splice(0, MOST));
    this.isRunning = false;
  }

  private async together(group: readonly Waiting[]): Promise<void> {
    try {
      const settle = await this.commit(group);
      for (const tell of settle) tell();
    } catch {
      // whose fault it was shows when each is alone
      await Promise.all(group.map((one) => this.alone(one)));
    }
  }

  /** Returns how each is answered, now that the transaction is committed. */
  private commit(group: readonly Waiting[]): Promise<(() => void)[]> {
    return this.unitOfWork.inTransaction(async (transaction) => {
      const keys = group.map(({ creation }) => creation.key);
      // one order everywhere: what one office's work locks is held to the commit, also in other processes
      const inOrder = [...group].sort((a, b) => (a.creation.office < b.creation.office ? -1 : 1));
      await this.idempotency.hold(transaction, keys);
      const settle: (() => void)[] = [];
      for (const { creation, origin, context, resolve, reject } of inOrder) {
        const scoped = (): Promise<unknown> =>
          this.unitOfWork.inScope(transaction, origin, () => this.idempotency.heldOnce(creation));
        await context.runInAsyncScope(scoped).then(
          (answer) => settle.push(() => resolve(answer)),
          (error: unknown) => settle.push(() => reject(error)),
        );
      }
      transaction.ride(transaction.flush());
      return settle;
    });
  }

  private async alone({ creation, origin, context, resolve, reject }: Waiting): Promise<void> {
    const work = (): Promise<unknown> => this.unitOfWork.perform(() => this.idempotency.once(creation), origin);
    await context.runInAsyncScope(work).then(resolve, reject);
  }
}
