import { Fraction, isDossierCode, isInstantText, isLocalDate } from '@lienthong/kernel';

/** Checks that a pattern alone cannot say; every other format's pattern is complete. */
export const formatChecks: Readonly<Record<string, (text: string) => boolean>> = {
  date: isLocalDate,
  'date-time': isInstantText,
  'dossier-code': isDossierCode,
  share: isShare,
};

/** What each format asks for, as it stands in a fault after "must be". */
export const formatTexts: Readonly<Record<string, string>> = {
  date: 'a calendar date YYYY-MM-DD',
  'date-time': 'an instant such as 2026-08-03T09:10:00.000+07:00',
  decimal: 'a decimal number above zero',
  'dong-amount': 'an amount in whole đồng, digits only',
  'dossier-code': 'a dossier code <unit>-<date>-<number>',
  'kebab-id': 'lower-case words joined by hyphens',
  'personal-number': 'a personal identification number of 12 digits',
  'procedure-code': 'a national procedure code n.nnnnnn',
  sha256: 'a SHA-256 value in base64url',
  share: 'a share above 0 and at most 1, such as 1/2',
  uuid: 'a UUID in lower-case letters',
};

/** Formats known to the schema checker, with the check beyond the pattern where there is one. */
export const formatNames = Object.keys(formatTexts);

function isShare(text: string): boolean {
  try {
    const share = Fraction.parse(text);
    return share.numerator > 0n && share.numerator <= share.denominator;
  } catch {
    return false;
  }
}
