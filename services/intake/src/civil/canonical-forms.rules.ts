/** Dates as the civil-status software of the field writes them (O §4.4): dd.MM.yyyy or dd/MM/yyyy. */
const FIELD_DATE = /^(\d{2})([./])(\d{2})\2(\d{4})$/;

/**
 * What came in at the door in the forms that our messages have: dates as ISO dates, texts in Unicode NFC without needless
 * spaces. Shapes stay as they are; whether a date exists is asked afterwards.
 */
export function inCanonicalForms(value: unknown): unknown {
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return value.map(inCanonicalForms);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inCanonicalForms(inner)]));
}

function canonicalText(text: string): string {
  const plain = text.normalize('NFC').trim().replaceAll(/ {2,}/g, ' ');
  const [, day, , month, year] = FIELD_DATE.exec(plain) ?? [];
  return day && month && year ? `${year}-${month}-${day}` : plain;
}
