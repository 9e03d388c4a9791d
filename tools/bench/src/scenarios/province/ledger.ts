import { InvalidRun } from '../../scenario';

export interface Hop {
  readonly from: string;
  readonly to: string;
  /** When it was written, and when it was handled, ms. */
  readonly sentAt: number;
  readonly handledAt: number;
}

/** What all members of a province have seen: who sent how much, what came, in which order, and how often. */
export class Ledger {
  readonly hops: Hop[] = [];
  /** Messages that came again and took no effect. */
  repeats = 0;
  begun = 0;
  finished = 0;
  sent = 0;
  private readonly faults: string[] = [];

  fault(words: string): void {
    this.faults.push(words);
  }

  /** Messages that were sent and are not handled yet. */
  get underWay(): number {
    return this.sent - this.hops.length;
  }

  /** @throws InvalidRun when a number was skipped or doubled, or a dossier is not back */
  check(): void {
    const lost = this.begun - this.finished;
    const faults = lost === 0 ? this.faults : [`${lost} dossiers did not come back`, ...this.faults];
    if (faults.length > 0) throw new InvalidRun(faults.slice(0, 10).join('; '));
  }
}
