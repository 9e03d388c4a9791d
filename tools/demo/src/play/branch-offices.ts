import { officeFor } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';

/** The offices that answer for a commune, one of each agency. */
export interface BranchOffices {
  readonly intake: string;
  readonly land: string;
  readonly tax: string;
  readonly treasury: string;
}

export function branchOffices(communeCode: string, on: LocalDate): BranchOffices {
  const idOf = (member: string): string => {
    const office = officeFor(member, communeCode, on);
    if (!office) throw new Error(`no office of ${member} answers for commune ${communeCode} on ${on}`);
    return office.id;
  };
  return { intake: idOf('intake'), land: idOf('land-registry'), tax: idOf('tax'), treasury: idOf('treasury') };
}
