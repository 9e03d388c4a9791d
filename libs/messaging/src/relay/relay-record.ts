import { type PlainCause, plainCause } from '../plain-cause';

/** Why a relay does not get on: since when, how often in a row, and the last cause. */
export interface RelayTrouble extends PlainCause {
  readonly since: Date;
  readonly times: number;
}

/** How a relay fares, for metrics and readiness. */
export interface RelayState {
  /** `connecting` until its first turn; `following` while another process leads. */
  readonly role: 'connecting' | 'leading' | 'following';
  readonly rowsSent: number;
  readonly produceCalls: number;
  /** Rounds and destinations that failed. */
  readonly failures: number;
  /** Destinations that failed alone and wait alone. */
  readonly heldTopics: readonly string[];
  /** Why, by topic. */
  readonly heldFor?: Readonly<Record<string, PlainCause>>;
  /** Set from the first failure until the next turn that goes well. */
  readonly trouble?: RelayTrouble;
}

/** Counts what a relay did, and remembers what is wrong until it goes well again. */
export class RelayRecord {
  rowsSent = 0;
  produceCalls = 0;
  failures = 0;
  hadTurn = false;
  trouble?: RelayTrouble;
  private readonly refused = new Map<string, PlainCause>();

  /** A turn went well: something was sent, nothing was there, or another process leads. */
  worked(): void {
    this.hadTurn = true;
    this.trouble = undefined;
  }

  failed(error: unknown): void {
    this.failures += 1;
    const since = this.trouble?.since ?? new Date();
    this.trouble = { ...plainCause(error), since, times: (this.trouble?.times ?? 0) + 1 };
  }

  /** A destination failed alone; why is told while it waits. */
  refusedBy(topic: string, error: unknown): void {
    this.failures += 1;
    this.refused.set(topic, plainCause(error));
  }

  state(leader: boolean, heldTopics: readonly string[]): RelayState {
    const { rowsSent, produceCalls, failures, trouble } = this;
    const role = leader ? 'leading' : this.hadTurn ? 'following' : 'connecting';
    const heldFor = Object.fromEntries([...this.refused].filter(([topic]) => heldTopics.includes(topic)));
    return { role, rowsSent, produceCalls, failures, heldTopics, heldFor, ...(trouble ? { trouble } : {}) };
  }
}
