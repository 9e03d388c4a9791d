import type { RegimeId } from './regimes.data';

type Variables = Readonly<Record<string, string | undefined>>;

/** What LEGAL_REGIME may say; the settings of every service refuse anything else at start. */
export const legalProfiles = ['by-date', 'A', 'B', 'C'] as const;

/**
 * The profile of an installation (LEGAL_REGIME): one regime for every day, so that history is replayed or a regime is shown
 * on a day of its neighbour. Without it the date on which a clock starts chooses.
 */
export function legalProfile({ LEGAL_REGIME: named }: Variables = process.env): RegimeId | undefined {
  return named === 'A' || named === 'B' || named === 'C' ? named : undefined;
}
