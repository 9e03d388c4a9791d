import type { LocalDate } from '@lienthong/kernel';
import { firstDay, lastDayBeforeReform, reform } from './dates.data';
import type { DatedCode } from './office';

export const source = 'synthetic, reference topology (configuration, not law)';

/** Codes of a unit below an agency: `000.<unit>.<agency>.H19` until the reform, `H19.<agency>.<unit>` from it on. */
export function unitCodes(agency: string, unit: string, lastDay?: LocalDate): readonly DatedCode[] {
  const legacy = { code: `000.${unit}.${agency}.H19`, validFrom: firstDay, validTo: lastDayBeforeReform, source };
  return lastDay === lastDayBeforeReform
    ? [legacy]
    : [legacy, { code: `H19.${agency}.${unit}`, validFrom: reform, source }];
}
