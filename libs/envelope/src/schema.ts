import { fieldsOf, type FieldDeclaration, type FieldsClass, type JsonSchema } from './fields/field-registry';

export type { JsonSchema } from './fields/field-registry';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const cache = new WeakMap<FieldsClass, JsonSchema>();
const files = new WeakSet<FieldsClass>();

/** Keyword of a part that names a file of the bus's file store. */
export const FILE_KEYWORD = 'x-file';

/** Says that a declared class names a file. */
export function markFile(of: FieldsClass): void {
  files.add(of);
}

/** JSON Schema 2020-12 of a declared class, made once; unknown fields are allowed, as for every recipient. */
export function schemaOf(of: FieldsClass): JsonSchema {
  const known = cache.get(of);
  if (known) return known;
  const schema = { $schema: DIALECT, ...objectSchema(of) };
  cache.set(of, schema);
  return schema;
}

/** The same schema closed against unknown fields on every level, as a sender is checked. */
export function strictSchemaOf(of: FieldsClass): JsonSchema {
  return closed(schemaOf(of)) as JsonSchema;
}

/** Paths of the personal data of a class: `payer.name`, `sellers[].birthDate`. */
export function personalPaths(of: FieldsClass): readonly string[] {
  return fieldsOf(of).flatMap(({ property, personal, part }) => {
    const path = part?.list ? `${property}[]` : property;
    if (personal) return [path];
    return part ? personalPaths(part.of()).map((inner) => `${path}.${inner}`) : [];
  });
}

function objectSchema(of: FieldsClass): JsonSchema {
  const fields = fieldsOf(of);
  const required = fields.filter(({ optional }) => !optional).map(({ property }) => property);
  return {
    type: 'object',
    ...(files.has(of) ? { [FILE_KEYWORD]: true } : {}),
    properties: Object.fromEntries(fields.map((field) => [field.property, fieldSchema(field)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function fieldSchema({ fragment, part, personal }: FieldDeclaration): JsonSchema {
  const schema = part ? partSchema(part) : { ...fragment };
  return personal ? { ...schema, 'x-personal': true } : schema;
}

function partSchema({ of, list }: NonNullable<FieldDeclaration['part']>): JsonSchema {
  const item = objectSchema(of());
  return list ? { type: 'array', minItems: list.min, maxItems: list.max, items: item } : item;
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, closed(value)]));
  return copy.type === 'object' && copy.properties ? { ...copy, additionalProperties: false } : copy;
}
