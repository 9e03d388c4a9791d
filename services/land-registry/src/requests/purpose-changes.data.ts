/** Groups of land by purpose (nhóm đất), as far as changes between them differ. */
export type PurposeGroup = 'rice' | 'other-agricultural' | 'residential' | 'commercial' | 'production' | 'public';

/** Mã loại đất of each group (L §2.6.5); a code that is not listed is not registered without permission here. */
export const groupOfPurpose: Readonly<Record<string, PurposeGroup>> = {
  LUC: 'rice',
  LUK: 'rice',
  BHK: 'other-agricultural',
  HNK: 'other-agricultural',
  CLN: 'other-agricultural',
  NTS: 'other-agricultural',
  ODT: 'residential',
  ONT: 'residential',
  TMD: 'commercial',
  SKC: 'production',
  DGT: 'public',
};

/** A change between two groups that a permission has to come before: it is filed as 1.013949, not registered as 1.013992. */
export interface PermittedChange {
  readonly from: PurposeGroup;
  readonly to: readonly PurposeGroup[];
  readonly source: string;
  readonly trust: 'knowledge';
}

const LAW = 'Luật Đất đai 31/2024/QH15 Đ121: told, the text was not read';

export const changesThatNeedPermission: readonly PermittedChange[] = [
  {
    from: 'rice',
    to: ['other-agricultural', 'residential', 'commercial', 'production', 'public'],
    source: LAW,
    trust: 'knowledge',
  },
  {
    from: 'other-agricultural',
    to: ['residential', 'commercial', 'production', 'public'],
    source: LAW,
    trust: 'knowledge',
  },
  { from: 'commercial', to: ['residential'], source: LAW, trust: 'knowledge' },
  { from: 'production', to: ['residential', 'commercial'], source: LAW, trust: 'knowledge' },
  { from: 'public', to: ['residential', 'commercial', 'production'], source: LAW, trust: 'knowledge' },
];

/** Groups for whose land a fee is paid; a change to other land owes nothing, whatever its price. A reading. */
export const groupsWithFee: readonly PurposeGroup[] = ['residential', 'commercial', 'production'];
