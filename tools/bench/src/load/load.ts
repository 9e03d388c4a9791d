/** Chains of messages to be carried. */
export interface ChainLoad {
  readonly chains: number;
  /** Members in order: hop k goes route[k] → route[k + 1]; so many hops as members but one. */
  readonly route: readonly string[];
  readonly bytes: number;
  /** At most so many chains under way. */
  readonly atOnce?: number;
  /** Or: begun evenly at this rate. */
  readonly ratePerSecond?: number;
  /** Rows of state that each visit writes beside inbox and outbox (default 1). */
  readonly stateRows?: number;
  /** Chains share so many streams (default: each has its own). */
  readonly streams?: number;
}

export interface ChainRun {
  /** From before the first commit to the last acknowledgement at the bus. */
  readonly durationMs: number;
  /** Per chain: first commit → commit of the last recipient. */
  readonly latenciesMs: readonly number[];
  readonly messages: number;
}
