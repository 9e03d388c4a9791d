import { createHash } from 'node:crypto';
import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { comparable } from './comparable.rules';

/**
 * What makes two declarations of a birth one: the birth notification and the order of birth, so that twins are two (O §4.5).
 * Witness papers and records are numbered anew each year and by whoever writes them: with these it is the parent, the day,
 * the name and the order, and the paper where no parent is known. A child declared in another commune is left to the number
 * service. A follow-up is one per dossier that it follows. Only a hash is kept.
 */
export function birthKey(declaration: BirthDeclaration): string {
  const { registrationCommuneCode, proof, child, linkedDossierCode } = declaration;
  const born =
    proof.kind === 'birth-notification' && proof.number !== undefined
      ? [comparable(proof.number)]
      : [...parentOf(declaration), child.birthDate, comparable(child.name)];
  return hashed('birth', [registrationCommuneCode, ...born, child.birthOrder, linkedDossierCode ?? '']);
}

/**
 * One death per person, in whatever commune it is declared: every key under which the deceased is found again, since one
 * relative knows the personal identification number and another only name, birth and day of death (O §4.6).
 */
export function deathKeys({ deceased }: DeathDeclaration): readonly string[] {
  const { personalIdentificationNumber: number, name, birthDate, diedOn } = deceased;
  return [
    ...(number === undefined ? [] : [hashed('death', [number])]),
    hashed('death', [comparable(name), birthDate, diedOn]),
  ];
}

/** Two numbers are two people, also where name, birth and day of death are the same. */
export function isSameDeceased(one: DeathDeclaration, other: DeathDeclaration): boolean {
  const number = one.deceased.personalIdentificationNumber;
  const otherNumber = other.deceased.personalIdentificationNumber;
  return number === undefined || otherNumber === undefined || number === otherNumber;
}

function parentOf({ mother, father, proof: { kind, number } }: BirthDeclaration): readonly string[] {
  const parent = mother ?? father;
  if (!parent) return [kind, comparable(number ?? '')];
  return [parent.personalIdentificationNumber ?? comparable(parent.name)];
}

function hashed(kind: string, parts: readonly (string | number)[]): string {
  return `${kind}|${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
