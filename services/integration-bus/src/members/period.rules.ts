import { instantText } from '@lienthong/kernel';
import { registryErrors } from './registry.errors';

export interface Period {
  readonly validFrom: string;
  readonly validTo?: string;
}

/**
 * From when to when a right or a key holds, instants; `validTo` is the first instant at which it no longer does. Nothing
 * begins before it is given, else what was refused then would have been right. @throws PERIOD_WRONG, FROM_THE_PAST
 */
export function checkedPeriod({ validFrom, validTo }: Period, at: Date): Period {
  const from = new Date(validFrom);
  const to = validTo === undefined ? undefined : new Date(validTo);
  if (to && to <= from) throw registryErrors.PERIOD_WRONG({ from: validFrom, to: validTo ?? '' });
  if (from < at) throw registryErrors.FROM_THE_PAST({ from: validFrom });
  return { validFrom: instantText(from), ...(to ? { validTo: instantText(to) } : {}) };
}
