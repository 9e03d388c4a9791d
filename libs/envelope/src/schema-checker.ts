import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import type { FieldFault } from '@lienthong/kernel';
import { describeFragment } from './fields/describe-fragment';
import { formatChecks, formatNames } from './fields/formats';
import { FILE_KEYWORD, type JsonSchema } from './schema';

/** Every fault of a value by a schema; an empty list when there is none. */
export type SchemaChecker = (value: unknown) => readonly FieldFault[];

const NO_FAULTS: readonly FieldFault[] = [];
const MAX_FAULTS = 100;

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, keywords: ['x-personal', FILE_KEYWORD] });
for (const name of formatNames) ajv.addFormat(name, formatChecks[name] ?? true);

/** Compiles a schema once into a checker that knows our formats; also for schemas that come from the bus's registry. */
export function schemaChecker(schema: JsonSchema): SchemaChecker {
  const isValid = ajv.compile(schema);
  return (value) => (isValid(value) ? NO_FAULTS : faultsOf(isValid.errors ?? []));
}

/** The same, compiled for the first value: a hundred schemas take longer than the rest of a service's start. */
export function schemaCheckerOnUse(schema: () => JsonSchema): SchemaChecker {
  let check: SchemaChecker | undefined;
  return (value) => (check ??= schemaChecker(schema()))(value);
}

/** One fault per field: a wrong amount fails pattern and format alike, the reader needs to be told once. */
function faultsOf(errors: readonly ErrorObject[]): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const error of errors) {
    const fault = faultOf(error);
    if (!faults.has(fault.path) && faults.size < MAX_FAULTS) faults.set(fault.path, fault);
  }
  return [...faults.values()];
}

function faultOf({ instancePath, keyword, params, parentSchema }: ErrorObject): FieldFault {
  const path = dottedPath(instancePath);
  if (keyword === 'required') {
    return { path: join(path, String(params.missingProperty)), rule: 'required', message: 'is required' };
  }
  if (keyword === 'additionalProperties') {
    return { path: join(path, String(params.additionalProperty)), rule: 'unknown', message: 'is not a known field' };
  }
  return { path, ...describeFragment(parentSchema ?? {}) };
}

/** `/sellers/0/share` → `sellers[0].share`. */
function dottedPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), '');
}

function join(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}
