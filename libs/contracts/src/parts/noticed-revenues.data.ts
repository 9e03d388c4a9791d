/** Revenues that a payment notice may be about, in version 2 of the messages that tell of notices. */
export const NOTICED_REVENUES = ['personal-income-tax', 'registration-fee', 'land-use-fee'] as const;
export type NoticedRevenue = (typeof NOTICED_REVENUES)[number];
