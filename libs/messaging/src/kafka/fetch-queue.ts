import type { EachBatchPayload } from 'kafkajs';
import { type Fetched, gather, type GatherLimits, type Part } from './gathered';

/** What was fetched and is not yet dealt with, partition by partition. */
export class FetchQueue {
  private waiting: Fetched[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Resolves when all messages of the payload are dealt with, or given back. */
  add(payload: EachBatchPayload, generation: number): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ payload, generation, messages: payload.batch.messages, done });
    });
  }

  /** The next messages of all partitions, at most `limit`; those of which some are left come last the next time. */
  next(limits: GatherLimits): Part[] {
    const parts = gather(this.waiting, limits);
    const cut = new Set(
      parts.flatMap(({ fetched, messages }) => (messages.length < fetched.messages.length ? [fetched] : [])),
    );
    if (cut.size > 0) this.waiting = [...this.waiting.filter((one) => !cut.has(one)), ...cut];
    return parts;
  }

  release(fetched: Fetched): void {
    this.waiting = this.waiting.filter((other) => other !== fetched);
    fetched.done();
  }

  releaseAll(): void {
    for (const { done } of this.waiting.splice(0)) done();
  }
}
