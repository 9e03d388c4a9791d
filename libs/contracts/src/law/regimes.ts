import { addDays, type LocalDate } from '@lienthong/kernel';
import { legalProfile } from './law.config';
import { datedRegimes, type LegalRegime, type RegimeId } from './regimes.data';

/** The regimes of an installation: each in its time, or the one of its profile on every day that any of them governs. */
export function regimesOf(profile: RegimeId | undefined): readonly LegalRegime[] {
  const chosen = datedRegimes.find(({ id }) => id === profile);
  const [first] = datedRegimes;
  if (!chosen || !first) return datedRegimes;
  const { id, name } = chosen;
  return [{ id, name, validFrom: first.validFrom, isProfile: true }];
}

/** Those of this installation. */
export const legalRegimes: readonly LegalRegime[] = regimesOf(legalProfile());

/**
 * The day whose paper forms are used on a day: the day itself, or the nearest one on which the regime of the profile was in
 * force, since forms belong to their time.
 */
export function formsDay(on: LocalDate, profile: RegimeId | undefined = legalProfile()): LocalDate {
  const chosen = datedRegimes.find(({ id }) => id === profile);
  if (!chosen) return on;
  if (on < chosen.validFrom) return chosen.validFrom;
  const next = datedRegimes.find(({ validFrom }) => validFrom > chosen.validFrom);
  return next && on >= next.validFrom ? addDays(next.validFrom, -1) : on;
}
