import { BirthRecord } from '@lienthong/contracts';
import { schemaCheckerOnUse, schemaOf } from '@lienthong/envelope';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import type { Correctable, CorrectedBirth } from './correct-birth.rules';

const checkRecord = schemaCheckerOnUse(() => schemaOf(BirthRecord));

const places: Readonly<Record<Correctable, string>> = {
  name: 'child.name',
  'birth-date': 'child.birthDate',
  'native-place': 'child.nativePlace',
  ethnicity: 'child.ethnicity',
  father: 'father.name',
  mother: 'mother.name',
};

/** A decision is of a day that has come. */
export function decisionFaults(path: string, date: LocalDate, on: LocalDate): readonly FieldFault[] {
  return date > on ? [inFuture(path)] : [];
}

/** The corrected record is one that a register may have; faults name the change that brings them. */
export function recordFaults({ birth, changes }: CorrectedBirth): readonly FieldFault[] {
  const faults = checkRecord(birth).map((fault) => ({ ...fault, path: pathOf(fault.path, changes) }));
  const isTooLate = faults.length === 0 && birth.child.birthDate > birth.entry.registeredOn;
  return isTooLate ? [inFuture(pathOf(places['birth-date'], changes))] : faults;
}

function pathOf(place: string, changes: CorrectedBirth['changes']): string {
  const index = changes.findIndex(({ field }) => places[field as Correctable] === place);
  return index < 0 ? place : `changes[${index}].after`;
}

function inFuture(path: string): FieldFault {
  return {
    path,
    rule: 'not-in-future',
    message: 'must not lie in the future',
    messageVi: 'không được ở tương lai',
  };
}
