import type { DeathDeclaration, Deceased } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { comparableName } from '../births/names.rules';

/** What is told about a declaration that may be registered all the same. */
export type DeathFlag = 'no-personal-number' | 'no-residence' | 'substitute-proof';

/** Why a death cannot be registered in this chain. */
export type DeathFault =
  'died-later-than-declared' | 'died-before-birth' | 'proof-incomplete' | 'lived-less-than-a-day';

export interface CheckedDeath {
  readonly flags: readonly DeathFlag[];
  readonly faults: readonly DeathFault[];
}

const DATE_LENGTH = 10;

/** Rules of the registrar on one declaration, as of the day on which it was handed in; what data there are suffice (O §4.6). */
export function checkDeath({ deceased, proof, papers }: DeathDeclaration, on: LocalDate): CheckedDeath {
  const { birthDate, diedOn } = deceased;
  const isNotification = proof.kind === 'death-notification';
  const hasPaper = papers.some(({ kind }) => kind === proof.kind);
  const isComplete =
    isNotification || proof.kind === 'court-decision'
      ? proof.number !== undefined
      : hasPaper || proof.number !== undefined;
  const isNewborn = birthDate.length === DATE_LENGTH && birthDate === diedOn;
  return {
    flags: [
      ...(deceased.personalIdentificationNumber === undefined ? (['no-personal-number'] as const) : []),
      ...(deceased.residence?.communeCode === undefined ? (['no-residence'] as const) : []),
      ...(isNotification ? [] : (['substitute-proof'] as const)),
    ],
    faults: [
      ...(diedOn > on ? (['died-later-than-declared'] as const) : []),
      ...(birthDate.slice(0, DATE_LENGTH) > diedOn.slice(0, birthDate.length) ? (['died-before-birth'] as const) : []),
      ...(isComplete ? [] : (['proof-incomplete'] as const)),
      // Own rules, outside the chain and by hand (O §4.6); with the same day it is certain.
      ...(isNewborn ? (['lived-less-than-a-day'] as const) : []),
    ],
  };
}

/** What makes a deceased person one: the personal number, or name, birth and death where there is none. */
export function deceasedKey(deceased: Deceased): string {
  return deceasedKeys(deceased)[0];
}

/** All that a deceased person is found by: one relative may know the number, and the other may not. */
export function deceasedKeys(deceased: Deceased): readonly [string, ...string[]] {
  const { personalIdentificationNumber, name, birthDate, diedOn } = deceased;
  const person = ['person', comparableName(name), birthDate, diedOn].join('|');
  return personalIdentificationNumber === undefined ? [person] : [`number|${personalIdentificationNumber}`, person];
}
