import { createHash } from 'node:crypto';
import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';

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
          mother?.personalIdentificationNumber ?? folded(mother?.name ?? proof.kind),
          child.birthDate,
          folded(child.name),
        ]
      : [folded(proof.number)];
  return hashed('birth', [registrationCommuneCode, ...born, child.birthOrder, linkedDossierCode ?? '']);
}

/** One death per person: by personal identification number, else by name, birth and day of death. */
export function deathKey({ registrationCommuneCode, deceased }: DeathDeclaration): string {
  const { personalIdentificationNumber: number, name, birthDate, diedOn } = deceased;
  return hashed('death', [
    registrationCommuneCode,
    ...(number === undefined ? [folded(name), birthDate, diedOn] : [number]),
  ]);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Case, spaces and the letter that carries the tone mark (Hoà, Hòa) make no difference. */
function folded(text: string): string {
  const words = text.normalize('NFD').toLowerCase().split(/\s+/);
  return words.map((word) => `${word.replaceAll(TONES, '')}${word.match(TONES)?.join('') ?? ''}`).join(' ');
}

function hashed(kind: string, parts: readonly (string | number)[]): string {
  return `${kind}|${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
