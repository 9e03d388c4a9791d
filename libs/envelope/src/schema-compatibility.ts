import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './schema';

/** One difference between two revisions that a reader of either would stumble over. */
export interface SchemaBreak {
  /** JSON pointer (RFC 6901) into the schema, such as `/properties/rows/items/properties/share/maxLength`. */
  readonly pointer: string;
  readonly change: string;
}

/** Keywords that say something about a field without changing what is valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['title', 'description', '$comment', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly', 'x-personal'],
]);
const STRUCTURE: ReadonlySet<string> = new Set(['properties', 'required', 'items']);

/** What a keyword says when it is absent. */
const ABSENT: Readonly<Record<string, unknown>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  additionalProperties: true,
  unevaluatedProperties: true,
};

/** Where one of these says anything, a reader refuses a field that it does not know. */
const CLOSING = [
  ...['additionalProperties', 'unevaluatedProperties', 'patternProperties', 'propertyNames', 'maxProperties'],
] as const;

/**
 * Every difference between two revisions of one version that is more than new optional fields, annotations and other ways to
 * say the same. Without one, a reader of the first takes what the second allows, and a reader of the second what the first
 * allowed: messages that are on their way or replayed are of either.
 */
export function schemaBreaks(before: JsonSchema, after: JsonSchema, pointer = ''): readonly SchemaBreak[] {
  return [
    ...keywordBreaks(before, after, pointer),
    ...fieldBreaks(before, after, pointer),
    ...itemBreaks(before, after, pointer),
  ];
}

function keywordBreaks(before: JsonSchema, after: JsonSchema, pointer: string): SchemaBreak[] {
  const [was, is] = [constraintsOf(before), constraintsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((keyword) => !isDeepStrictEqual(was.get(keyword), is.get(keyword)))
    .map((keyword) => ({ pointer: at(pointer, keyword), change: `${keyword} changed` }));
}

/** The keywords of one level that constrain, each in one spelling. */
function constraintsOf(schema: JsonSchema): ReadonlyMap<string, unknown> {
  const constraints = new Map<string, unknown>();
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword) || (STRUCTURE.has(keyword) && isPlain(keyword, value))) continue;
    if (keyword in ABSENT && (isDeepStrictEqual(value, ABSENT[keyword]) || isAnything(keyword, value))) continue;
    if (keyword === 'const') constraints.set('enum', [JSON.stringify(value)]);
    else constraints.set(keyword, spelled(keyword, value));
  }
  return constraints;
}

/** Fields and lists of one kind are looked into; anything else in their place is compared whole. */
function isPlain(keyword: string, value: unknown): boolean {
  return keyword === 'required' ? Array.isArray(value) : typeof value === 'object' && !Array.isArray(value);
}

function isAnything(keyword: string, value: unknown): boolean {
  return keyword.endsWith('Properties') && isDeepStrictEqual(value, {});
}

function spelled(keyword: string, value: unknown): unknown {
  if (keyword === 'type') return Array.isArray(value) ? [...(value as string[])].sort() : [value];
  if (keyword === 'enum' && Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(one)))].sort();
  return value;
}

function fieldBreaks(before: JsonSchema, after: JsonSchema, pointer: string): SchemaBreak[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const place = (field: string): string => at(at(pointer, 'properties'), field);
  const fresh = Object.keys(is).filter((field) => !(field in was));
  const isClosed = CLOSING.some((keyword) => constraintsOf(before).has(keyword));
  const required = requiredOf(after).filter((field) => !(field in is) && !requires(before, field));
  return [
    ...fresh.flatMap((field) => {
      if (requires(after, field)) return [{ pointer: place(field), change: 'new field is not optional' }];
      return isClosed ? [{ pointer: place(field), change: 'new field where readers take none' }] : [];
    }),
    ...required.map((field) => ({ pointer: at(pointer, 'required'), change: `${field} is required and not declared` })),
    ...Object.entries(was).flatMap(([field, schema]): readonly SchemaBreak[] => {
      const now = is[field];
      if (now === undefined) return [{ pointer: place(field), change: 'field is gone' }];
      const change = requires(after, field) ? 'field became required' : 'field became optional';
      const kept = requires(before, field) === requires(after, field);
      return [...(kept ? [] : [{ pointer: place(field), change }]), ...schemaBreaks(schema, now, place(field))];
    }),
  ];
}

function itemBreaks(before: JsonSchema, after: JsonSchema, pointer: string): readonly SchemaBreak[] {
  if (before.items === undefined && after.items === undefined) return [];
  const itemsOf = ({ items }: JsonSchema): JsonSchema => (isPlain('items', items) ? (items as JsonSchema) : {});
  return schemaBreaks(itemsOf(before), itemsOf(after), at(pointer, 'items'));
}

function fieldsOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}

function requiredOf(schema: JsonSchema): readonly string[] {
  return Array.isArray(schema.required) ? (schema.required as readonly string[]) : [];
}

function requires(schema: JsonSchema, field: string): boolean {
  return requiredOf(schema).includes(field);
}

function at(pointer: string, name: string): string {
  return `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
