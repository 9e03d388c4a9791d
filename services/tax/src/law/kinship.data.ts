/**
 * X1, closed list of NĐ 253/2026 Đ18 and TT 111/2013 Đ3: relations between a giving and a receiving person, in either
 * direction, that exempt transfer, inheritance and gift from income tax, and inheritance and gift from registration fee.
 * A parent-in-law stays kin after the death of the spouse who made the relation.
 */
export const closeKinRelations = [
  'spouse',
  'birth-parent-and-child',
  'adoptive-parent-and-child',
  'husbands-parent-and-daughter-in-law',
  'wifes-parent-and-son-in-law',
  'paternal-grandparent-and-grandchild',
  'maternal-grandparent-and-grandchild',
  'sibling-by-blood',
] as const;
export type CloseKinRelation = (typeof closeKinRelations)[number];
