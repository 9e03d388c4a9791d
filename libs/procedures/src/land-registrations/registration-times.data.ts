import type { LegalTime } from '../procedure';
import type { Regime } from '../regimes.data';

const LIST = 'QĐ 2304/QĐ-BNNMT of 23/06/2025';
const SECURITY = 'NĐ 99/2022/NĐ-CP: told, the text was not read';
const PROVINCE = 'the province fixes it, NĐ 50/2026/NĐ-CP';

/** The regimes of these procedures: they begin with the list of 2025. */
export const registrationRegimes: readonly Regime['id'][] = ['B', 'C'];

interface Days {
  readonly amount: number;
  readonly source: string;
  /** What no text at hand fixes, or what was told and not read. */
  readonly reading: boolean;
}

function both({ amount, source, reading }: Days): readonly LegalTime[] {
  return registrationRegimes.map((ruleSet) => ({ ruleSet, amount, unit: 'working-days', source, reading }));
}

/** A statutory maximum in working days; 0 = the same day, the next working day if after 15:00. */
function listed(amount: number): readonly LegalTime[] {
  return both({ amount, source: LIST, reading: false });
}

export const securityTotal: readonly LegalTime[] = both({ amount: 0, source: SECURITY, reading: true });
/** Where the papers have to be looked into: three working days in all. */
export const securityExtension: readonly LegalTime[] = both({ amount: 3, source: SECURITY, reading: true });
export const nameChangeTotal = listed(4);
export const deferralRemovalTotal = listed(0);
export const purposeChangeTotal = listed(7);

/** Parts of a same-day procedure, and of one that takes days: how the office spreads the total is its own. */
export const atOnce: readonly LegalTime[] = both({ amount: 0, source: PROVINCE, reading: true });
export const oneDay: readonly LegalTime[] = both({ amount: 1, source: PROVINCE, reading: true });
export const threeDays: readonly LegalTime[] = both({ amount: 3, source: PROVINCE, reading: true });
