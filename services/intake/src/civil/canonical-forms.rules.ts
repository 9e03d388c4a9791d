import { type JsonSchema, schemaOf } from '@lienthong/envelope';

/** Dates as the civil-status software of the field writes them (O §4.4): dd.MM.yyyy or dd/MM/yyyy. */
const FIELD_DATE = /^(\d{2})([./])(\d{2})\2(\d{4})$/;
const ISO_EXAMPLE = '2026-08-03';
const FIELD_EXAMPLE = '03/08/2026';

/**
 * What came in at the door in the forms that our messages have: dates as ISO dates, texts in Unicode NFC without needless
 * spaces. Only a field that is a date is read as one: a document may well be number 03/08/2026. Shapes stay as they are;
 * whether a date exists is asked afterwards.
 */
export function inCanonicalForms(of: new () => object, body: unknown): unknown {
  return canonical(body, schemaOf(of));
}

function canonical(value: unknown, schema: JsonSchema | undefined): unknown {
  if (typeof value === 'string') return canonicalText(value, schema !== undefined && isDate(schema));
  if (Array.isArray(value)) return value.map((item) => canonical(item, schema?.items as JsonSchema | undefined));
  if (typeof value !== 'object' || value === null) return value;
  const fields = (schema?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, canonical(inner, fields[key])]));
}

/** A date, or a date of which the year may stand alone: the ISO form fits and the form of the field does not. */
function isDate({ pattern }: JsonSchema): boolean {
  if (typeof pattern !== 'string') return false;
  const shape = new RegExp(pattern);
  return shape.test(ISO_EXAMPLE) && !shape.test(FIELD_EXAMPLE);
}

function canonicalText(text: string, isDate: boolean): string {
  const plain = text.normalize('NFC').trim().replaceAll(/ {2,}/g, ' ');
  const [, day, , month, year] = (isDate && FIELD_DATE.exec(plain)) || [];
  return day && month && year ? `${year}-${month}-${day}` : plain;
}
