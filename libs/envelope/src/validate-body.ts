import { envelopeErrors } from './envelope.errors';
import type { FieldsClass } from './fields/field-registry';
import { schemaOf, strictSchemaOf } from './schema';
import { schemaChecker, type SchemaChecker } from './schema-checker';

type Mode = 'strict' | 'tolerant';

const checkers: Readonly<Record<Mode, WeakMap<FieldsClass, SchemaChecker>>> = {
  strict: new WeakMap(),
  tolerant: new WeakMap(),
};

/**
 * Checks plain data against a declared class and gives it back as that type. A sender is checked `strict` (an unknown
 * field is a fault), a recipient `tolerant`. Throws envelope.BODY_INVALID with every fault.
 */
export function validateBody<B extends object>(of: new () => B, body: unknown, mode: Mode): B {
  const faults = checkerOf(of, mode)(body);
  if (faults.length === 0) return body as B;
  throw envelopeErrors.BODY_INVALID({ fields: faults.map(({ path }) => path) }, { faults });
}

function checkerOf(of: FieldsClass, mode: Mode): SchemaChecker {
  const known = checkers[mode].get(of);
  if (known) return known;
  const checker = mode === 'strict' ? schemaChecker(strictSchemaOf(of), 'fieldNames') : schemaChecker(schemaOf(of));
  checkers[mode].set(of, checker);
  return checker;
}
