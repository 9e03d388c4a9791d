import type { CivilChain } from '../chains/civil-chain.state';
import { deceasedKeys } from '../deaths/death-check.rules';

/** A child is one at its commune; a death is registered once, wherever it is declared (O §4.6 second claim). */
export function claimKeys({ kind, office, personKey, death }: CivilChain): readonly string[] {
  return death ? deceasedKeys(death.deceased).map((key) => `death|${key}`) : [`${kind}|${office}|${personKey}`];
}

/** Of two dead people with one name and the same days, two personal numbers make two. */
export function isAnotherPerson(one: CivilChain, other: CivilChain): boolean {
  const [number, second] = [one, other].map(({ death }) => death?.deceased.personalIdentificationNumber);
  return number !== undefined && second !== undefined && number !== second;
}
