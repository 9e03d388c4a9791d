import { BirthRecord } from '@lienthong/contracts';
import { schemaChecker, schemaOf } from '@lienthong/envelope';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { httpErrors } from '@lienthong/service-host';
import type { Correctable, CorrectedBirth } from './correct-birth.rules';

const recordFaults = schemaChecker(schemaOf(BirthRecord));

const places: Readonly<Record<Correctable, string>> = {
  name: 'child.name',
  'birth-date': 'child.birthDate',
  'native-place': 'child.nativePlace',
  ethnicity: 'child.ethnicity',
  father: 'father.name',
  mother: 'mother.name',
};

/** A decision is of a day that has come. @throws http.INPUT_INVALID */
export function requirePast(path: string, date: LocalDate, on: LocalDate): void {
  if (date > on) throw invalid([inFuture(path)]);
}

/** The corrected record is one that a register may have; faults name the change that brings them. @throws http.INPUT_INVALID */
export function requireRecord({ birth, changes }: CorrectedBirth): void {
  const faults = recordFaults(birth).map((fault) => ({ ...fault, path: pathOf(fault.path, changes) }));
  if (faults.length > 0) throw invalid(faults);
  if (birth.child.birthDate > birth.entry.registeredOn)
    throw invalid([inFuture(pathOf(places['birth-date'], changes))]);
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

function invalid(faults: readonly FieldFault[]): Error {
  return httpErrors.INPUT_INVALID({ count: faults.length }, { faults });
}
