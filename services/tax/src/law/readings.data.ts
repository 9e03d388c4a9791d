/**
 * Questions that the texts leave open, each with the answer that an installation has set. The names of the settings that
 * answer them are those of `TaxConfig`; the defaults are the default readings a to k of the domain reference.
 */
export interface Readings {
  /** (a) Whether a total is rounded once and split, or each person's amount is rounded alone. */
  readonly rounding: 'total-once' | 'per-person';
  /** Amounts are rounded half up to this unit. */
  readonly roundingUnitDong: 1 | 1000;
  /** (b) Whether the cap of the registration fee holds for an asset before the shares, or for each person's share of it. */
  readonly feeCap: 'per-asset' | 'per-person';
  /** Whether table and contract are compared part by part, in total, or as the contract states its price. */
  readonly feeComparison: 'as-contract-states' | 'by-component' | 'by-total';
  /** (c) Whether the day of issue counts as the first of the days to pay. */
  readonly dueDate: 'issue-day-not-counted' | 'issue-day-counted';
  /** (d) How a raised land-use fee is paid. */
  readonly raisedLandUseFee: 'whole' | 'in-halves';
  /** (e) Until when an only home is counted as held. */
  readonly soleHomeUntil: 'contract-effective' | 'tax-time-point' | 'slip-date';
  /** (f) Whether kinship exempts each pair of parties, or only a side whose every pair is kin. */
  readonly kinship: 'per-pair' | 'per-side';
  /** (h) Whether late interest is rounded once for a row, or for each payment. */
  readonly interestRounding: 'per-row' | 'per-payment';
}

export const defaultReadings: Readings = {
  rounding: 'total-once',
  roundingUnitDong: 1,
  feeCap: 'per-asset',
  feeComparison: 'as-contract-states',
  dueDate: 'issue-day-not-counted',
  raisedLandUseFee: 'whole',
  soleHomeUntil: 'contract-effective',
  kinship: 'per-pair',
  interestRounding: 'per-row',
};

/** What each reading can be, for the settings and for the page that shows them. */
export const readingChoices: { readonly [K in keyof Readings]: readonly Readings[K][] } = {
  rounding: ['total-once', 'per-person'],
  roundingUnitDong: [1, 1000],
  feeCap: ['per-asset', 'per-person'],
  feeComparison: ['as-contract-states', 'by-component', 'by-total'],
  dueDate: ['issue-day-not-counted', 'issue-day-counted'],
  raisedLandUseFee: ['whole', 'in-halves'],
  soleHomeUntil: ['contract-effective', 'tax-time-point', 'slip-date'],
  kinship: ['per-pair', 'per-side'],
  interestRounding: ['per-row', 'per-payment'],
};
