/** What every dossier of a land scenario leaves behind, exactly so often. */
export interface LandCounts {
  readonly slips: number;
  readonly notices: number;
  readonly payableItems: number;
}

/** Land scenarios in which every đồng that is noticed is booked, so that sums can be compared; the first is the default. */
export const landCounts = {
  sunny: { slips: 1, notices: 2, payableItems: 2 },
  'amended-up': { slips: 2, notices: 4, payableItems: 4 },
} as const satisfies Readonly<Record<string, LandCounts>>;

export type SweptScenario = keyof typeof landCounts;

export const landScenarioNames = Object.keys(landCounts) as readonly SweptScenario[];
