/** Male or female, as the registers of civil status know it. */
export const sexes = ['male', 'female'] as const;
export type Sex = (typeof sexes)[number];

/** What a child is to the requester's side, or the requester to the person whom the act is about. */
export const relations = [
  'father',
  'mother',
  'grandparent',
  'child',
  'spouse',
  'sibling',
  'relative',
  'guardian',
  'organiser',
  'other',
] as const;
export type Relation = (typeof relations)[number];
