import { officeById, officeFor, officeNameOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { CivilFile } from './civil-file';

/** The offices that take part in a chain, by member. */
export type CivilOffices = Readonly<Record<string, string>>;

/** Who answers for the communes of a declaration on the day; an agency that is not there is not asked. */
export function civilOffices(file: CivilFile, on: LocalDate): CivilOffices {
  const commune = file.registrationCommuneCode;
  const [residence, card] =
    'child' in file ? [file.residence?.communeCode, file.healthCard?.communeCode] : [undefined, undefined];
  const asked = [
    ['intake', commune],
    ['civil-status', commune],
    ['residence', residence ?? commune],
    ['health-insurance', card ?? commune],
    ['social-protection', commune],
  ] as const;
  return Object.fromEntries(
    asked.flatMap(([member, code]) => {
      const office = officeFor(member, code, on);
      return office ? [[member, office.id]] : [];
    }),
  );
}

export function officeOf(offices: CivilOffices, member: string): string {
  const office = offices[member];
  if (office === undefined) throw new Error(`no office of ${member} answers for the communes of this declaration`);
  return office;
}

/** The name that the office had on the day. */
export function officeName(member: string, id: string, on: LocalDate): string {
  const office = officeById(member, id, on);
  return office ? officeNameOn(office, on) : id;
}
