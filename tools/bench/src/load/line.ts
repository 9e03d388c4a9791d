import type { ChainPlan } from './chain';

/** What the driver tells a member's process. */
export interface Begin {
  readonly kind: 'begin';
  readonly plan: ChainPlan;
  readonly from: number;
  readonly count: number;
}

/** Chains that a commit has begun or, at the last recipient, ended; `at` is `epochMs()` after the commit. */
export interface Committed {
  readonly kind: 'begun' | 'ended';
  readonly chains: readonly string[];
  readonly at: number;
}

/** Real time with fractions of a millisecond, comparable between the processes of a machine. */
export function epochMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Chains that one transaction may begin. */
export const BEGIN_AT_ONCE = 500;

/** Takes the driver's wishes and begins what has gathered meanwhile in one transaction, like every other batch. */
export class Beginner {
  private readonly waiting: { plan: ChainPlan; index: number }[] = [];
  private running = false;

  constructor(private readonly begin: (batch: readonly { plan: ChainPlan; index: number }[]) => Promise<void>) {}

  take({ plan, from, count }: Begin): void {
    for (let index = from; index < from + count; index += 1) this.waiting.push({ plan, index });
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.begin(this.waiting.splice(0, BEGIN_AT_ONCE));
    this.running = false;
  }
}
