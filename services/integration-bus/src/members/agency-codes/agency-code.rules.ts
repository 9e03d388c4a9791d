/** The two forms of a national agency code, and what a text may be besides. */
export type AgencyCodeForm =
  /** QCVN 102:2016 `V1V2V3.Z1Z2.Y1Y2.MX1X2`, read from right to left. */
  | 'legacy'
  /** The last three groups of a legacy code, as real messages write it. */
  | 'legacy-short'
  /** QĐ 20/2020/QĐ-TTg, groups from left to right, at most 35 characters. */
  | 'qd20'
  /** Neither; such a code counts only where the registry has it. */
  | 'foreign';

const LEGACY = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/;
const LEGACY_SHORT = /^\d{2}\.\d{2}\.[A-Z]\d{2}$/;
const QD20 = /^[A-Z]\d{2}(\.[0-9A-Z]+)*$/;
const LONGEST = 35;

/** The one spelling of a code: no spaces around, upper case, NFC; `undefined` when there are spaces inside or nothing is left. */
export function normalAgencyCode(text: string): string | undefined {
  const code = text.trim().toUpperCase().normalize('NFC');
  return code === '' || /\s/.test(code) || code.length > LONGEST ? undefined : code;
}

/** The form of a code in its one spelling. */
export function agencyCodeForm(code: string): AgencyCodeForm {
  if (LEGACY.test(code)) return 'legacy';
  if (LEGACY_SHORT.test(code)) return 'legacy-short';
  return QD20.test(code) && code.length <= LONGEST ? 'qd20' : 'foreign';
}

/**
 * The code one level up; `undefined` at the top. QĐ 20: without the last group. Legacy: the lowest used level cleared, where
 * a level in between may be unused (`002.00.20.H13` lies below `000.00.20.H13`). One form is never computed from the other.
 */
export function parentAgencyCode(code: string): string | undefined {
  const groups = code.split('.');
  switch (agencyCodeForm(code)) {
    case 'qd20':
      return groups.length > 1 ? groups.slice(0, -1).join('.') : undefined;
    case 'legacy': {
      const lowest = groups.slice(0, -1).findIndex((group) => !/^0+$/.test(group));
      if (lowest < 0) return undefined;
      return groups.map((group, i) => (i === lowest ? '0'.repeat(group.length) : group)).join('.');
    }
    case 'legacy-short':
    case 'foreign':
      return undefined;
  }
}
