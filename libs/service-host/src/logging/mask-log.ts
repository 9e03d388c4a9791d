/** Twelve digits by themselves; the last group of a UUID may look like them. */
const PERSONAL_NUMBER = /(?<!\d|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)\d{12}(?!\d)/g;

/** Hides 12-digit personal identification numbers inside a text for people or logs. */
export function maskText(text: string): string {
  return text.replace(PERSONAL_NUMBER, (digits) => `********${digits.slice(-4)}`);
}

/** A request path without query and without personal numbers. */
export function maskedPath(path: string): string {
  return maskText(path.split('?', 1)[0] ?? '');
}

/** Log fields that hold personal data wherever they appear, two levels deep. */
const PERSONAL_FIELDS = [
  'personalIdentificationNumber',
  'payerNumber',
  'payerName',
  'receiverName',
  'birthDate',
  'phone',
  'authorization',
] as const;

/** Paths for pino's redaction. */
export const redactedPaths: readonly string[] = PERSONAL_FIELDS.flatMap((field) => [
  field,
  `*.${field}`,
  `*.*.${field}`,
  `*[*].${field}`,
]);
