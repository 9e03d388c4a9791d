/** Changes by which land comes to another owner; all of them are one procedure with a slip for the tax office. */
export const CONVEYANCE_KINDS = ['transfer', 'inheritance', 'gift'] as const;
export type ConveyanceKind = (typeof CONVEYANCE_KINDS)[number];

/** Changes that are registered without another owner. */
export const LAND_REQUEST_KINDS = [
  'mortgage',
  'mortgage-release',
  'name-change',
  'deferral-removal',
  'purpose-change',
] as const;
export type LandRequestKind = (typeof LAND_REQUEST_KINDS)[number];
