import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import type { FieldFault } from '@lienthong/kernel';
import { describeFragment } from './fields/describe-fragment';
import { formatChecks, formatNames } from './fields/formats';
import { declaredNames } from './declared-names';
import { FILE_KEYWORD, type JsonSchema } from './schema';

/** Every fault of a value by a schema; an empty list when there is none. */
export type SchemaChecker = (value: unknown) => readonly FieldFault[];

/** Whether a fault may tell this name. */
type Tells = (name: string) => boolean;

const NO_FAULTS: readonly FieldFault[] = [];
const MAX_FAULTS = 100;
/** Place in a list: a body has no room for more; a longer number is a name. */
const PLACE = /^\d{1,6}$/;

/** An unknown name that reads like a field, such as a misspelt one. */
const FIELD_NAME = /^[a-z][A-Za-z]{0,39}$/;

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, keywords: ['x-personal', FILE_KEYWORD] });
for (const name of formatNames) ajv.addFormat(name, formatChecks[name] ?? true);

/**
 * Compiles a schema once into a checker that knows our formats; also for schemas that come from the bus's registry. A fault
 * tells no name that the schema does not have: what stands there may be anything, such as a citizen's number. Who filled in
 * the value may be told an unknown name that reads like a field (`fieldNames`).
 */
export function schemaChecker(schema: JsonSchema, unknown: 'masked' | 'fieldNames' = 'masked'): SchemaChecker {
  const isValid = ajv.compile(schema);
  const names = declaredNames(schema);
  const tells: Tells = (name) => names.has(name) || (unknown === 'fieldNames' && FIELD_NAME.test(name));
  return (value) => (isValid(value) ? NO_FAULTS : faultsOf(isValid.errors ?? [], tells));
}

/** The same, compiled for the first value: a hundred schemas take longer than the rest of a service's start. */
export function schemaCheckerOnUse(schema: () => JsonSchema): SchemaChecker {
  let check: SchemaChecker | undefined;
  return (value) => (check ??= schemaChecker(schema()))(value);
}

/** One fault per field: a wrong amount fails pattern and format alike, the reader needs to be told once. */
function faultsOf(errors: readonly ErrorObject[], tells: Tells): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const error of errors) {
    const fault = faultOf(error, tells);
    if (!faults.has(fault.path) && faults.size < MAX_FAULTS) faults.set(fault.path, fault);
  }
  return [...faults.values()];
}

function faultOf({ instancePath, keyword, params, parentSchema }: ErrorObject, tells: Tells): FieldFault {
  const path = dottedPath(instancePath, tells);
  if (keyword === 'required') {
    return { path: join(path, String(params.missingProperty)), rule: 'required', message: 'is required' };
  }
  if (keyword === 'additionalProperties') {
    return {
      path: join(path, toldName(String(params.additionalProperty), tells)),
      rule: 'unknown',
      message: 'is not a known field',
    };
  }
  return { path, ...describeFragment(parentSchema ?? {}) };
}

/** `/sellers/0/share` → `sellers[0].share`. */
function dottedPath(pointer: string, tells: Tells): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((path, part) => (PLACE.test(part) ? `${path}[${part}]` : join(path, toldName(part, tells))), '');
}

/** Of a name that is not told, place and length tell the sender which one is meant. */
function toldName(name: string, tells: Tells): string {
  return tells(name) ? name : `<${name.length} characters>`;
}

function join(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}
