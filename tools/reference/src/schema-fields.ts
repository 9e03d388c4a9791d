import type { JsonSchema } from '@lienthong/envelope';
import { code } from './markdown';

/** Rows of a table of fields: path, value, whether it must be present, whether it is personal data. */
export function fieldRows(schema: JsonSchema, path = ''): readonly (readonly string[])[] {
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  return fields.flatMap(([name, field]) => {
    const fieldPath = path === '' ? name : `${path}.${name}`;
    const own = [
      code(fieldPath),
      valueText(field),
      required.includes(name) ? 'always' : 'optional',
      field['x-personal'] === true ? 'yes' : '',
    ];
    const inner = (field.items ?? field) as JsonSchema;
    return [own, ...fieldRows(inner, field.items === undefined ? fieldPath : `${fieldPath}[]`)];
  });
}

function valueText(field: JsonSchema): string {
  const { type, format } = field;
  if (Array.isArray(field.enum)) return field.enum.map((value) => code(String(value))).join(', ');
  if (typeof format === 'string') return format;
  switch (type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `whole number ${limits(field.minimum, field.maximum)}`;
    case 'array':
      return `list of ${limits(field.minItems, field.maxItems)}`;
    case 'object':
      return 'part';
    default:
      return `text of ${limits(field.minLength, field.maxLength)} characters${shape(field.pattern)}`;
  }
}

function limits(min: unknown, max: unknown): string {
  return min === max ? String(min) : `${String(min)} to ${String(max)}`;
}

/** A pattern that forbids characters (`[^…]`) is the rule of every text and says nothing about the field. */
function shape(pattern: unknown): string {
  return typeof pattern !== 'string' || pattern.startsWith('^[^') ? '' : `, ${code(pattern)}`;
}
