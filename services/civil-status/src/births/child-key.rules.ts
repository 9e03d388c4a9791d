import type { BirthDeclaration } from '@lienthong/contracts';
import { comparableName } from './names.rules';

/**
 * What makes a declared child one child: the number of the birth notification with the order of birth, so that twins are two
 * (O §4.5). Where no numbered notification exists: kind of proof, name, birth date, order and the mother.
 */
export function childKey({ proof, child, mother }: BirthDeclaration): string {
  const order = String(child.birthOrder);
  if (proof.kind === 'birth-notification' && proof.number !== undefined) {
    return ['notification', comparableName(proof.number), order].join('|');
  }
  const ofMother = mother?.personalIdentificationNumber ?? comparableName(mother?.name ?? '-');
  return [
    proof.kind,
    comparableName(proof.number ?? '-'),
    comparableName(child.name),
    child.birthDate,
    order,
    ofMother,
  ].join('|');
}
