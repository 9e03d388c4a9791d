import type { BirthCorrectedV1 } from '../civil-status/birth-corrected.message';

/** The number under which a register knows the person whom a correction is about. */
export function numberBefore({ changes, personalIdentificationNumber }: BirthCorrectedV1): string {
  return (
    changes.find(({ field }) => field === 'personal-identification-number')?.before ?? personalIdentificationNumber
  );
}
