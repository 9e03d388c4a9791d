import type { LocalDate } from '@lienthong/kernel';
import { communeMergers, communes } from './communes.data';
import { type Commune, holdsOn, type Office } from './office';
import { jurisdictions, offices } from './offices.data';
import { topologyErrors } from './topology.errors';

/** The office of a member that answers for a commune on a day; nothing when commune or office is not known for that day. */
export function officeFor(member: string, communeCode: string, on: LocalDate): Office | undefined {
  if (communeOn(communeCode, on) === undefined) return undefined;
  const found = jurisdictions.find(
    (row) =>
      row.member === member && row.fromCommune <= communeCode && communeCode <= row.toCommune && holdsOn(row, on),
  );
  return found && officeById(member, found.office, on);
}

/** The office of a member by its id, if it exists on that day. */
export function officeById(member: string, id: string, on: LocalDate): Office | undefined {
  return offices.find((office) => office.member === member && office.id === id && holdsOn(office, on));
}

/** The office that does the work of this one on a day: itself, or what followed it when it had ended. */
export function officeNow(member: string, id: string, on: LocalDate): Office | undefined {
  const known = officeById(member, id, on);
  if (known) return known;
  const ended = offices.find((office) => office.member === member && office.id === id && office.successor);
  return ended?.successor === undefined ? undefined : officeById(member, ended.successor, on);
}

/** Offices of the member that have ended and whose work this one does. */
export function takenOverBy(member: string, id: string, on: LocalDate): readonly string[] {
  return offices
    .filter((office) => office.member === member && office.successor === id && !holdsOn(office, on))
    .map((office) => office.id);
}

/** The name that an office had on a day: papers of then bear it. */
export function officeNameOn({ name, formerNames = [] }: Office, on: LocalDate): string {
  return formerNames.find(({ validTo }) => on <= validTo)?.name ?? name;
}

/** The tax office with this code (mã cơ quan quản lý thu), if it exists on that day. */
export function officeByTaxOfficeCode(code: string, on: LocalDate): Office | undefined {
  return offices.find((office) => office.taxOfficeCode === code && holdsOn(office, on));
}

/** The treasury office with this code (SHKB), if it exists on that day. */
export function officeByTreasuryCode(code: string, on: LocalDate): Office | undefined {
  return offices.find((office) => office.treasuryCode === code && holdsOn(office, on));
}

/** The unit code of an office in the form in force on a day; an office without one is a fault of the data. */
export function unitCodeOn(office: Office, on: LocalDate): string {
  const row = office.unitCodes.find((code) => holdsOn(code, on));
  if (row === undefined) throw topologyErrors.UNIT_CODE_MISSING({ member: office.member, office: office.id, on });
  return row.code;
}

/** The commune with this code on a day; of the days before 01/07/2025 a few communes are known. */
export function communeOn(code: string, on: LocalDate): Commune | undefined {
  return communes.find((commune) => commune.code === code && holdsOn(commune, on));
}

/** The commune that this one is on a day: itself, or the one into which it went. */
export function communeNow(code: string, on: LocalDate): Commune | undefined {
  const merger = communeMergers.find((row) => row.code === code && row.from <= on);
  return communeOn(merger?.into ?? code, on);
}
