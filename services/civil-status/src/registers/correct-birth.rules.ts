import type { BirthRecord, CorrectedField } from '@lienthong/contracts';
import { civilErrors } from '../civil-status.errors';

/** Fields of a birth record that a decision may correct here; sex changes the personal number and is done by hand. */
export const correctable = ['name', 'birth-date', 'native-place', 'ethnicity', 'father', 'mother'] as const;
export type Correctable = (typeof correctable)[number];

export interface WantedChange {
  readonly field: Correctable;
  readonly after: string;
}

export interface CorrectedBirth {
  readonly birth: BirthRecord;
  readonly changes: readonly CorrectedField[];
}

/** The record as a decision corrects it, with each field before and after (cải chính hộ tịch). */
export function correctBirth(birth: BirthRecord, wanted: readonly WantedChange[]): CorrectedBirth {
  const empty = wanted.filter(
    ({ field, after }, index) =>
      before(birth, field) === undefined ||
      before(birth, field) === after ||
      wanted.findIndex((other) => other.field === field) !== index,
  );
  if (empty.length > 0) throw civilErrors.CORRECTION_EMPTY({ fields: empty.map(({ field }) => field) });
  const yearChanges = wanted.some(
    ({ field, after }) => field === 'birth-date' && !after.startsWith(birth.child.birthDate.slice(0, 4)),
  );
  if (yearChanges) throw civilErrors.NUMBER_WOULD_NOT_FIT({ dossierCode: birth.entry.registrationNumber });
  return {
    birth: wanted.reduce(withChange, birth),
    changes: wanted.map(({ field, after }) => ({ field, before: before(birth, field) ?? '', after })),
  };
}

function before({ child, father, mother }: BirthRecord, field: Correctable): string | undefined {
  switch (field) {
    case 'name':
      return child.name;
    case 'birth-date':
      return child.birthDate;
    case 'native-place':
      return child.nativePlace;
    case 'ethnicity':
      return child.ethnicity;
    case 'father':
      return father?.name;
    case 'mother':
      return mother?.name;
  }
}

function withChange(birth: BirthRecord, { field, after }: WantedChange): BirthRecord {
  const { child, father, mother } = birth;
  switch (field) {
    case 'name':
      return { ...birth, child: { ...child, name: after } };
    case 'birth-date':
      return { ...birth, child: { ...child, birthDate: after } };
    case 'native-place':
      return { ...birth, child: { ...child, nativePlace: after } };
    case 'ethnicity':
      return { ...birth, child: { ...child, ethnicity: after } };
    case 'father':
      return { ...birth, ...(father && { father: { ...father, name: after } }) };
    case 'mother':
      return { ...birth, ...(mother && { mother: { ...mother, name: after } }) };
  }
}
