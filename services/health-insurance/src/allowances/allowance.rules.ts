import { dong, dongText, type DongText, type LocalDate } from '@lienthong/kernel';
import { insuranceErrors } from '../health-insurance.errors';
import type { InsuredPersonRow } from '../insured/insured-person.entity';
import type { FuneralAllowanceRow } from './allowance.entities';
import { FUNERAL_ALLOWANCE_WAGES, referenceWages } from './reference-wages.data';

/** Ten times the reference wage of the day of death (O §4.6). @throws health-insurance.REFERENCE_WAGE_UNKNOWN */
export function funeralAllowance(diedOn: LocalDate): DongText {
  const wage = referenceWages.find(({ validFrom }) => validFrom <= diedOn);
  if (!wage) throw insuranceErrors.REFERENCE_WAGE_UNKNOWN({ on: diedOn });
  return dongText(FUNERAL_ALLOWANCE_WAGES * wage.amountDong);
}

/** Whether `funeralAllowance` knows the day. */
export function knowsWage(diedOn: LocalDate): boolean {
  return referenceWages.some(({ validFrom }) => validFrom <= diedOn);
}

/** What social insurance says when it is asked. */
export interface Entitlement {
  readonly entitled: boolean;
  readonly amountDong?: DongText;
  readonly paidOn?: string;
}

/**
 * What was paid counts first, then what is due by the person's record; who is not known is not entitled (O §4.6). No amount is
 * told for a day whose wage is not known.
 */
export function entitlementOf(
  person: InsuredPersonRow | undefined,
  paid: FuneralAllowanceRow | undefined,
  diedOn: LocalDate,
): Entitlement {
  if (paid?.state === 'paid') {
    return { entitled: true, amountDong: dongText(dong(paid.amountDong)), paidOn: paid.paidOn };
  }
  if (!person?.funeralAllowance) return { entitled: false };
  return { entitled: true, ...(knowsWage(diedOn) && { amountDong: funeralAllowance(diedOn) }) };
}
