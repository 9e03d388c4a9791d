import type { ClientBase } from 'pg';
import { type Breaker, breakerState, type BreakerState, CLOSED } from './breaker.rules';
import type { WebhookBreakers } from './webhook-breakers';
import type { WebhookFailure } from './webhook-failure';

export interface LaneBreakerOptions {
  readonly member: string;
  readonly breakers: WebhookBreakers;
  readonly now: () => number;
  /** Time of a database connection that it took, in ms. */
  readonly spent: (ms: number) => void;
}

/** The breaker of one webhook as its lane knows it: the database is asked only when something is taken or has failed. */
export class LaneBreaker {
  /** Not CLOSED itself: what others have counted before is forgotten with the first success. */
  private known: Breaker = { ...CLOSED };
  /** Failures are counted one after another: many that come at once need one connection, and most find it open. */
  private counting: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LaneBreakerOptions) {}

  get state(): BreakerState {
    return breakerState(this.known, this.options.now());
  }

  /** How long nothing goes out; 0 while something may. */
  get restMs(): number {
    return Math.max(0, (this.known.openUntil ?? 0) - this.options.now());
  }

  /** What another instance may have found out. */
  learn(breaker: Breaker): void {
    this.known = breaker;
  }

  /** How many messages may go out now, asked under the lock of the member: one alone shows whether a webhook is back. */
  async room(client: ClientBase): Promise<number> {
    const { breakers, member } = this.options;
    const { breaker, isTried } = await breakers.within(client, member);
    this.learn(breaker);
    if (this.state === 'closed') return Number.MAX_SAFE_INTEGER;
    return this.state === 'open' || isTried ? 0 : 1;
  }

  /** `wasTry`: it went out to see whether the webhook is back. */
  async worked(wasTry: boolean): Promise<void> {
    if (this.known === CLOSED && !wasTry) return;
    const { breakers, member } = this.options;
    this.learn(CLOSED);
    await this.timed(() => breakers.worked(member));
  }

  /** `stream` of the message that was not taken. */
  failed(failure: WebhookFailure, stream: string | undefined): Promise<void> {
    const counted = this.counting.then(() => this.count(failure, stream));
    this.counting = counted.catch(() => undefined);
    return counted;
  }

  private async count({ blame, retryAfterMs }: WebhookFailure, stream: string | undefined): Promise<void> {
    const isKnown = this.state === 'open' && retryAfterMs === undefined;
    if (blame === 'neither' || isKnown) return;
    const { breakers, member, now } = this.options;
    const refusal = blame === 'message' && stream !== undefined ? { refusedStream: stream } : {};
    const asked = retryAfterMs === undefined ? {} : { retryAfterMs };
    const fault = { now: now(), random: Math.random(), ...refusal, ...asked };
    this.learn(await this.timed(() => breakers.failed(member, fault)));
  }

  private async timed<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.options.spent(performance.now() - startedAt);
    }
  }
}
