import 'reflect-metadata';
import { envelopeErrors } from '../envelope.errors';

/** A JSON Schema 2020-12 document or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A class whose fields are declared with this library's decorators. */
export type FieldsClass = abstract new () => object;

/** What the decorators of one property said. */
export interface FieldDeclaration {
  readonly property: string;
  readonly optional: boolean;
  readonly personal: boolean;
  /** Schema fragment of a scalar or of a list of texts. */
  readonly fragment?: JsonSchema;
  /** The class of a part, and the limits of the list if it is one. */
  readonly part?: { readonly of: () => FieldsClass; readonly list?: { readonly min: number; readonly max: number } };
}

const declared = new WeakMap<object, Map<string, FieldDeclaration>>();

/** Adds what one decorator says about a property; two field types on one property are refused. */
export function declareField(prototype: object, property: string, more: Partial<FieldDeclaration>): void {
  const fields = declared.get(prototype) ?? new Map<string, FieldDeclaration>();
  declared.set(prototype, fields);
  const before = fields.get(property) ?? { property, optional: false, personal: false };
  const setsType = more.fragment !== undefined || more.part !== undefined;
  if (setsType && (before.fragment !== undefined || before.part !== undefined)) {
    throw envelopeErrors.FIELD_UNDECLARED({ field: property });
  }
  fields.set(property, { ...before, ...more });
}

/** All declared fields of a class, those of its parent first; throws envelope.FIELD_UNDECLARED for a mark without a type. */
export function fieldsOf(of: FieldsClass): readonly FieldDeclaration[] {
  const merged = new Map<string, FieldDeclaration>();
  for (const prototype of lineage(of.prototype as object)) {
    for (const [property, field] of declared.get(prototype) ?? []) merged.set(property, field);
  }
  for (const field of merged.values()) {
    if (!field.fragment && !field.part)
      throw envelopeErrors.FIELD_UNDECLARED({ field: `${of.name}.${field.property}` });
  }
  return [...merged.values()];
}

function lineage(prototype: object): object[] {
  const parents: object[] = [];
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) parents.unshift(at);
  return parents;
}
