import type { RegimeId } from '@lienthong/contracts';
import type { ExpectedOutcome } from './expected-outcome';
import type { LandScene } from './land-scene';

/** How a dossier about land goes, and how it must end. */
export interface LandScenario {
  readonly name: string;
  readonly text: string;
  /** What differs from the example, docs/examples/w2-land-transfer.json. */
  readonly change?: Readonly<Record<string, unknown>>;
  /** The business day on which it begins where none is asked for; the example's own when absent. */
  readonly at?: string;
  /** What people do, one after the other; without it everybody does the usual at the desks. */
  readonly script?: (scene: LandScene) => Promise<void>;
  /** Days pass in the script: only a stack of one's own can be taken from one day to another. */
  readonly daysPass?: boolean;
  /** The legal regime that governs the stack, whatever the day. */
  readonly regime?: RegimeId;
  readonly expected: ExpectedOutcome;
}
