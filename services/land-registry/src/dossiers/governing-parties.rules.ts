import type { Owner } from '../parcels/parcel.state';
import { ownerOf } from '../slips/slip-sides.rules';
import type { LandDossier } from './land-dossier.state';

export interface GoverningParties {
  readonly sellers: readonly Owner[];
  readonly buyers: readonly Owner[];
}

/**
 * Who gives and who takes, as the register will say it. A dossier knows its parties from the papers that were filed (for a
 * change without another owner they are made from its request) and from its slip. The slip governs where there is one: it
 * was compared with the papers and the register, signed by the leader, and it is what was taxed; a correction of it (M14)
 * is the only thing that changes a name, number or share after the filing.
 */
export function governingParties({ content, slip }: Pick<LandDossier, 'content' | 'slip'>): GoverningParties {
  const { sellers, buyers } = slip ?? content;
  return { sellers: sellers.map(ownerOf), buyers: buyers.map(ownerOf) };
}
