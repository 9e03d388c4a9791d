/** Kinds of registered change (loại biến động) that a slip may tell of, in the order of the domain reference. */
export const SLIP_CHANGE_KINDS = [
  'transfer',
  'gift',
  'inheritance',
  'exchange',
  'capital-contribution',
  'purpose-change',
  'first-certificate',
  'extension',
  'split-or-merge',
] as const;
export type SlipChangeKind = (typeof SLIP_CHANGE_KINDS)[number];

/** Kinds in which land passes from somebody to somebody: both sides stand on the slip (R1). In the others there are only its users. */
export const TWO_SIDED_CHANGES: readonly SlipChangeKind[] = [
  'transfer',
  'gift',
  'inheritance',
  'exchange',
  'capital-contribution',
];

/** Kinds of person: a married couple is two persons with their shares. */
export const SLIP_PERSON_KINDS = ['individual', 'household', 'organisation', 'community'] as const;

/** Revenues that a slip may ask to determine: TNCN, LPTB, TSDD, TTD, SDDPNN. */
export const SLIP_REVENUES = [
  'personal-income-tax',
  'registration-fee',
  'land-use-fee',
  'land-rent',
  'non-agricultural-land-tax',
] as const;
export type SlipRevenue = (typeof SLIP_REVENUES)[number];

/** Grounds on which a person claims an exemption, as the charges of the tax office know them. */
export const SLIP_CLAIM_GROUNDS = [
  'close-kin',
  'divorce',
  'sole-home',
  'state-allocation',
  'farm-land-exchange',
  'registration-fee',
] as const;

/** Ways in which a claimed fact is proven: by the national databases, by papers, or not at all. */
export const SLIP_PROOFS = ['database', 'papers', 'none'] as const;
