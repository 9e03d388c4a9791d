import type { ConveyancePapers, SlipClaim } from '@lienthong/contracts';
import type { FieldFault } from '@lienthong/kernel';
import { fault } from './paper-faults';

/** What a claim of each ground says beside the person (X1–X6); the tax office completes nothing by guess. */
const needed: Readonly<Record<SlipClaim['ground'], readonly (keyof SlipClaim)[]>> = {
  'close-kin': ['relative', 'relation', 'proof'],
  divorce: ['proof'],
  'sole-home': ['otherHomes', 'futureHomes', 'heldSince', 'wholeProperty'],
  'state-allocation': [],
  'farm-land-exchange': ['purposeUnchanged', 'directProducer'],
  'registration-fee': ['code', 'proof'],
};

/** Only parties of the papers claim, close kin stand on opposite sides, and a claim says all that its ground asks for. */
export function claimFaults({
  claims = [],
  sellers,
  buyers,
}: Pick<ConveyancePapers, 'claims' | 'sellers' | 'buyers'>): readonly FieldFault[] {
  const sides = [sellers, buyers].map((side) => side.map((party) => party.personalIdentificationNumber));
  const sideOf = (number: string): number => sides.findIndex((numbers) => numbers.includes(number));
  return claims.flatMap((claim, index) => {
    const path = `claims[${index}]`;
    const { person, relative, ground } = claim;
    const kin = relative === undefined ? -1 : sideOf(relative);
    const astray = relative !== undefined && (kin < 0 || kin === sideOf(person));
    return [
      ...(sideOf(person) < 0 ? [fault(`${path}.person`, 'party', 'phải là một bên của hồ sơ')] : []),
      ...(astray ? [fault(`${path}.relative`, 'X1', 'phải là một người của bên kia')] : []),
      ...needed[ground]
        .filter((field) => claim[field] === undefined)
        .map((field) => fault(`${path}.${field}`, 'required', `đề nghị theo căn cứ ${ground} phải nêu`)),
    ];
  });
}
