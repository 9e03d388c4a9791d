const VISIBLE_DIGITS = 4;
const MASKED_FROM_DIGITS = 8;

/**
 * Hides personal data for logs and lists: of a text with digits every digit, but the last four of a long number stay
 * (`********0001`); of a name the initials stay (`N. V. A.`).
 */
export function maskPersonal(text: string): string {
  if (/\d/.test(text)) return text.replace(/\d+/g, maskDigits);
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word.normalize('NFC')][0]?.toUpperCase() ?? ''}.`)
    .join(' ');
}

function maskDigits(digits: string): string {
  if (digits.length < MASKED_FROM_DIGITS) return '*'.repeat(digits.length);
  return '*'.repeat(digits.length - VISIBLE_DIGITS) + digits.slice(-VISIBLE_DIGITS);
}
