import type { Console } from '../../demo/src';
import type { Infrastructure } from '../../local-infra/src';

export const scenarioNames = [
  'hop',
  'land-chain',
  'latency',
  'dossier-latency',
  'drain',
  'poison',
  'noisy-member',
  'dead-webhook',
  'idle',
  'start',
  'instances',
  'province',
  'grow',
  'soak',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** What every scenario is given. */
export interface BenchContext {
  readonly infra: Infrastructure;
  readonly console: Console;
  readonly signal: AbortSignal;
  /** Folder of the development keys, of runs and logs; gone after the bench. */
  readonly home: string;
  readonly quick: boolean;
  /** Length of one measured stretch, where the scenario is measured by time. */
  readonly durationMs?: number;
  /** Dossiers or messages a second, where the scenario has a rate. */
  readonly rate?: number;
  /** Earlier results of this run: what one scenario found out, another may build on. */
  readonly results: ReadonlyMap<ScenarioName, ScenarioResult>;
}

/** Smallest, middle and largest of several measurements. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** What one process used during the measured stretches. */
export interface ProcessUse {
  readonly process: string;
  readonly cpuMsPerMessage?: number;
  readonly cpuCores: number;
  readonly rssMb: number;
}

/** A comparison of this run with its goal. */
export interface GoalCheck {
  /** In words, as in docs/performance.md. */
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
}

export interface ScenarioResult {
  /** What `floor` and `ours` count, such as `messages/s` or `ms p50`. */
  readonly unit: string;
  readonly ours: number;
  /** The hand-written counterpart, interleaved in the same run; absent where the goal is not a ratio. */
  readonly floor?: number;
  /** `ours` to `floor`; above 1 is better for throughput, below 1 for times. */
  readonly ratio?: number;
  readonly spread: { readonly ours: Spread; readonly floor?: Spread; readonly ratio?: Spread };
  readonly goals: readonly GoalCheck[];
  readonly processes?: readonly ProcessUse[];
  /** Further figures under names with their unit, such as `p99Ms`. */
  readonly facts?: Readonly<Record<string, number | string | boolean>>;
}

/** One question to the running system. It throws `InvalidRun` when what it saw does not add up: then no figure is printed. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly summary: string;
  run(context: BenchContext): Promise<ScenarioResult>;
}

/** Messages were lost, doubled or not answered: a run like this has no figure. */
export class InvalidRun extends Error {}
