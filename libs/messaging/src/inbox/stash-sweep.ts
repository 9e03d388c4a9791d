import type { UnitOfWork } from '@lienthong/persistence';
import type { KafkaLogger } from '../kafka/kafka-client';
import { isOutage, isStatementTimeout } from './handling-faults';
import type { InboxStore } from './inbox-store';
import { type MemberInbox, SAVEPOINTS } from './member-inbox';

export interface StashSweepOptions {
  readonly unitOfWork: UnitOfWork;
  readonly store: InboxStore;
  readonly inbox: Pick<MemberInbox, 'drain'>;
  readonly logger: KafkaLogger;
}

/** Failed tries of one message, after which the next one parks it. */
const TRIES = 10;
/** Transactions of one stream, before the next stream has its turn. */
const TURN = 16;

/**
 * Judges what waits though no message of its stream comes. One stream a transaction, a few messages each: whatever is in the
 * way of one stream, all others go on. After a failure its messages come one by one, so that the tries of the one in the
 * way are known; at last it parks.
 */
export class StashSweep {
  /** Streams that failed, with the failed tries of the message that is next; of this instance alone. */
  private readonly failed = new Map<string, number>();
  private readonly stopped = new AbortController();

  constructor(private readonly options: StashSweepOptions) {}

  /** All streams that nothing holds. Never rejects: what fails is left to the next sweep. */
  sweep(): Promise<void> {
    return this.quietly(async () => {
      const done = new Set<string>();
      while (await this.pass(done));
      for (const stream of this.failed.keys()) if (!done.has(stream)) this.failed.delete(stream);
    });
  }

  /** One stream, as far as it goes. Never rejects. */
  follow(stream: string): Promise<void> {
    return this.quietly(async () => {
      while (await this.turn(stream));
    });
  }

  /** What is in hand is rolled back, and nothing more is begun. */
  stop(): void {
    this.stopped.abort(new Error('the member is being stopped'));
  }

  /** A turn of each stream that is not done; whether one of them goes on. */
  private async pass(done: Set<string>): Promise<boolean> {
    let goesOn = false;
    for (let page = await this.released(''); page.length > 0; page = await this.released(page.at(-1) ?? '')) {
      for (const stream of page.filter((one) => !done.has(one))) {
        if (await this.turn(stream)) goesOn = true;
        else done.add(stream);
      }
    }
    return goesOn;
  }

  private released(after: string): Promise<string[]> {
    const { unitOfWork, store } = this.options;
    return unitOfWork.inTransaction(({ client }) => store.released(client, after));
  }

  /** Whether the stream has more to judge. */
  private async turn(stream: string): Promise<boolean> {
    for (let i = 0; i < TURN; i += 1) {
      const judged = await this.judge(stream);
      if (judged === 'failed') return false;
      if (judged > 0) continue;
      this.failed.delete(stream);
      return false;
    }
    this.failed.delete(stream);
    return true;
  }

  private async judge(stream: string): Promise<number | 'failed'> {
    const { inbox } = this.options;
    const { signal } = this.stopped;
    if (!this.failed.has(stream)) {
      try {
        return await inbox.drain(stream, { rows: SAVEPOINTS, lastTry: false, signal });
      } catch (error) {
        this.leftTo(stream, error, 0);
      }
    }
    const tries = this.failed.get(stream) ?? 0;
    try {
      const judged = await inbox.drain(stream, { rows: 1, lastTry: tries >= TRIES, signal });
      this.failed.set(stream, 0);
      return judged;
    } catch (error) {
      // The inbox counts time-outs itself, and only those that are the message's own.
      this.leftTo(stream, error, isStatementTimeout(error) ? tries : tries + 1);
      return 'failed';
    }
  }

  /** A database that is away is nobody's fault: it ends the sweep, and counts for no stream. */
  private leftTo(stream: string, error: unknown, tries: number): void {
    if (this.stopped.signal.aborted || isOutage(error)) throw error;
    this.failed.set(stream, tries);
    this.options.logger.warn({ stream, tries, error: String(error) }, 'a waiting message could not be judged');
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    if (this.stopped.signal.aborted) return;
    try {
      await work();
    } catch (error) {
      if (this.stopped.signal.aborted) return;
      this.options.logger.warn({ error: String(error) }, 'what waits could not be judged; it is tried again');
    }
  }
}
