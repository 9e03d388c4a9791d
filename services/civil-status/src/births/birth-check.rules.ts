import type { BirthDeclaration } from '@lienthong/contracts';
import { daysBetween, type LocalDate } from '@lienthong/kernel';
import { sameName, surnameOf } from './names.rules';

/** What is told about a declaration that may be registered all the same. */
export type BirthFlag =
  | 'late-registration'
  | 'father-not-named'
  | 'mother-not-named'
  | 'abandoned-child'
  | 'born-outside-hospital'
  | 'surrogacy';

/** Why a declaration cannot be registered in this chain. */
export type BirthFault =
  | 'born-later-than-declared'
  | 'six-or-older'
  | 'notification-number-missing'
  | 'substitute-paper-missing'
  | 'parents-of-abandoned-child'
  | 'requester-not-guardian'
  | 'no-parent-named'
  | 'not-by-the-mother'
  | 'surrogacy-without-notification';

export interface CheckedBirth {
  readonly flags: readonly BirthFlag[];
  readonly faults: readonly BirthFault[];
}

/** Luật Hộ tịch 60/2014 Đ15: the birth is to be declared within sixty days. */
const DAYS_TO_DECLARE = 60;
/** The linked procedure is for children under six (TTLT 05/2015; QĐ 1299/QĐ-TTg). */
const AGE_LIMIT_YEARS = 6;

/** Rules of the registrar on one declaration, as of the day on which it was handed in. */
export function checkBirth(declaration: BirthDeclaration, on: LocalDate): CheckedBirth {
  return {
    flags: flagsOf(declaration, on),
    faults: [...ageFaults(declaration, on), ...proofFaults(declaration), ...parentFaults(declaration)],
  };
}

/** The day on which the child turns that many years; born on 29 February: 1 March of a year without it. */
export function birthday(birthDate: LocalDate, years: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = birthDate.slice(4) === '-02-29' && !isLeap ? '-03-01' : birthDate.slice(4);
  return `${year}${rest}`;
}

function flagsOf({ child, proof, mother, father }: BirthDeclaration, on: LocalDate): readonly BirthFlag[] {
  const abandoned = proof.kind === 'abandoned-child-record';
  return [
    ...when(daysBetween(child.birthDate, on) > DAYS_TO_DECLARE, 'late-registration'),
    ...when(!abandoned && father === undefined, 'father-not-named'),
    ...when(!abandoned && mother === undefined, 'mother-not-named'),
    ...when(abandoned, 'abandoned-child'),
    ...when(proof.kind === 'witness-paper' || proof.kind === 'own-statement', 'born-outside-hospital'),
    ...when(proof.surrogacyProof !== undefined, 'surrogacy'),
  ];
}

function ageFaults({ child }: BirthDeclaration, on: LocalDate): readonly BirthFault[] {
  return [
    ...when(child.birthDate > on, 'born-later-than-declared'),
    ...when(birthday(child.birthDate, AGE_LIMIT_YEARS) <= on, 'six-or-older'),
  ];
}

function proofFaults({ proof, papers }: BirthDeclaration): readonly BirthFault[] {
  const isNotification = proof.kind === 'birth-notification';
  const hasPaper = papers.some(({ kind }) => kind === proof.kind);
  return [
    ...when(isNotification && proof.number === undefined, 'notification-number-missing'),
    ...when(!isNotification && !hasPaper, 'substitute-paper-missing'),
    ...when(proof.surrogacyProof !== undefined && !isNotification, 'surrogacy-without-notification'),
  ];
}

function parentFaults({ proof, child, mother, father, requester }: BirthDeclaration): readonly BirthFault[] {
  const named = mother ?? father;
  if (proof.kind === 'abandoned-child-record') {
    return [
      ...when(named !== undefined, 'parents-of-abandoned-child'),
      ...when(requester.relation !== 'guardian' && requester.relation !== 'organiser', 'requester-not-guardian'),
    ];
  }
  if (!named) return ['no-parent-named'];
  if (father || !mother) return [];
  const byMother = surnameOf(child.name) === surnameOf(mother.name) && sameName(child.ethnicity, mother.ethnicity);
  // NĐ 123/2015 Đ15: without a father surname, ethnicity and nationality follow the mother.
  return when(!byMother || !sameName(child.nationality, mother.nationality), 'not-by-the-mother');
}

function when<T extends string>(holds: boolean, value: T): readonly T[] {
  return holds ? [value] : [];
}
