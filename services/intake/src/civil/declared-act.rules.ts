import { createHash } from 'node:crypto';
import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { comparable } from './comparable.rules';

/**
 * What makes two declarations of a birth one: the birth notification and the order of birth, so that twins are two (O §4.5);
 * without a notification the mother, the day and the order. A child declared in another commune is left to the number
 * service. A follow-up is one per dossier that it follows. Only a hash is kept.
 */
export function birthKey({
  registrationCommuneCode,
  proof,
  child,
  mother,
  linkedDossierCode,
}: BirthDeclaration): string {
  const born =
    proof.number === undefined
      ? [
          mother?.personalIdentificationNumber ?? comparable(mother?.name ?? proof.kind),
          child.birthDate,
          comparable(child.name),
        ]
      : [comparable(proof.number)];
  return hashed('birth', [registrationCommuneCode, ...born, child.birthOrder, linkedDossierCode ?? '']);
}

/** One death per person: by personal identification number, else by name, birth and day of death. */
export function deathKey({ registrationCommuneCode, deceased }: DeathDeclaration): string {
  const { personalIdentificationNumber: number, name, birthDate, diedOn } = deceased;
  return hashed('death', [
    registrationCommuneCode,
    ...(number === undefined ? [comparable(name), birthDate, diedOn] : [number]),
  ]);
}

function hashed(kind: string, parts: readonly (string | number)[]): string {
  return `${kind}|${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
