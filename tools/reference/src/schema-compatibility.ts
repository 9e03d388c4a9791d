import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '@lienthong/envelope';

/** Keywords that say something about a field without changing what is valid. */
const ANNOTATIONS = ['title', 'description', 'x-personal'];
const STRUCTURE = ['properties', 'required', 'items'];

/** Every difference between two revisions of a schema that is more than a new optional field, with the path of its field. */
export function changesBeyondNewOptionalFields(before: JsonSchema, after: JsonSchema, path = ''): readonly string[] {
  return [
    ...keywordChanges(before, after, path),
    ...fieldChanges(before, after, path),
    ...itemChanges(before, after, path),
  ];
}

function keywordChanges(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords]
    .filter((keyword) => !ANNOTATIONS.includes(keyword) && !STRUCTURE.includes(keyword))
    .filter((keyword) => !isDeepStrictEqual(before[keyword], after[keyword]))
    .map((keyword) => `field ${named(path)} changed its ${keyword}`);
}

function fieldChanges(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  const added = Object.keys(is).filter((field) => !(field in was));
  return [
    ...added.filter((field) => requires(after, field)).map((field) => `new field ${at(path, field)} is not optional`),
    ...Object.entries(was).flatMap(([field, schema]) => {
      const now = is[field];
      if (now === undefined) return [`field ${at(path, field)} is gone`];
      const change = requires(after, field) ? 'required' : 'optional';
      return [
        ...(requires(before, field) === requires(after, field) ? [] : [`field ${at(path, field)} became ${change}`]),
        ...changesBeyondNewOptionalFields(schema, now, at(path, field)),
      ];
    }),
  ];
}

function itemChanges(before: JsonSchema, after: JsonSchema, path: string): readonly string[] {
  if (before.items === undefined && after.items === undefined) return [];
  return changesBeyondNewOptionalFields(schemaIn(before.items), schemaIn(after.items), `${path}[]`);
}

function fieldsOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}

function requires(schema: JsonSchema, field: string): boolean {
  return Array.isArray(schema.required) && schema.required.includes(field);
}

function schemaIn(value: unknown): JsonSchema {
  return (value ?? {}) as JsonSchema;
}

function at(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

function named(path: string): string {
  return path === '' ? '(the body)' : path;
}
