import type { ConveyanceKind, LandRequestKind } from '@lienthong/contracts';
import type { EncumbranceKind } from './encumbrance.state';

export type LandChangeKind = ConveyanceKind | LandRequestKind;

/** Which change an encumbrance stands in the way of (R5), and whether the consent of its holder removes that. */
export interface Block {
  readonly encumbrance: EncumbranceKind;
  readonly changes: readonly LandChangeKind[];
  readonly unlessConsented: boolean;
  readonly source: string;
  readonly trust: 'found' | 'knowledge' | 'reading';
}

const LEAVES_OWNER: readonly LandChangeKind[] = ['transfer', 'inheritance', 'gift'];

/** R5 as data: what is not listed is not blocked. */
export const blocks: readonly Block[] = [
  {
    encumbrance: 'mortgage',
    changes: LEAVES_OWNER,
    unlessConsented: true,
    source: 'L §2.1.3 R5: a mortgage that is not released, unless consent is attached',
    trust: 'found',
  },
  {
    encumbrance: 'deferred-obligation',
    changes: LEAVES_OWNER,
    unlessConsented: false,
    source: 'L §3.4 L10: a deferred obligation must be paid before a transfer; its note is removed by 1.013988',
    trust: 'found',
  },
];

/** Changes that only take something off a parcel: they need no hold, so they go beside another dossier of the parcel, and no order forbids them. */
export const RELEASES: readonly LandChangeKind[] = ['mortgage-release', 'deferral-removal'];
