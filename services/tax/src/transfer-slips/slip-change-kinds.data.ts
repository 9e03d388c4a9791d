import type { SlipChangeKind } from '@lienthong/contracts';
import type { ChangeKind } from '../charges/property-change.state';

/** How the charges call the changes of a slip; the others are not computed from a slip. */
const kinds: Partial<Readonly<Record<SlipChangeKind, ChangeKind>>> = {
  transfer: 'transfer',
  gift: 'gift',
  inheritance: 'inheritance',
  exchange: 'exchange',
  'capital-contribution': 'capital-contribution',
  'purpose-change': 'purpose-change',
};

export function changeKindOf(kind: SlipChangeKind): ChangeKind | undefined {
  return kinds[kind];
}
