import type { PlayedDossier } from '../../../demo/src';

/** How many dossiers are kept under way, and how many come in all. */
export interface Keeping {
  readonly atOnce: number;
  readonly most?: number;
}

/** Dossiers that keep coming while processes are killed. */
export interface Flow {
  /** Every dossier of the sweep, in the order in which they came. */
  readonly dossiers: readonly PlayedDossier<unknown>[];
  /** Dossiers under way, those at the desk's door among them. */
  readonly open: readonly PlayedDossier<unknown>[];
  /** What each dossier's paper is known by; each was handed in once. */
  readonly papers: readonly string[];
  /** Since a dossier came or went a step further. */
  readonly stillMs: number;
  /** From now on the dossiers of this name, from the first; policies begin anew with them. */
  begins(tag: string): void;
  /** Keeps some dossiers under way as long as it is wanted, at most `most` in all. */
  run(wanted: () => boolean, keeping: Keeping): Promise<void>;
  /** Asks the desk how the dossiers stand. */
  look(): Promise<void>;
  close(): Promise<void>;
}
