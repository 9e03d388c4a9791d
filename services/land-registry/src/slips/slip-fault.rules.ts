import type { ErrorFactory, Facts, FieldFault } from '@lienthong/kernel';

/** One fault of a slip at its field; the rule is the code of the catalogue, so that each row R1–R11 has its own. */
export function slipFault(path: string, factory: ErrorFactory, facts: Facts = {}): FieldFault {
  const error = factory(facts);
  return { path, rule: error.code, message: error.text('en'), messageVi: error.text('vi') };
}

export function faultWhen(
  broken: boolean,
  ...[path, factory, facts]: Parameters<typeof slipFault>
): readonly FieldFault[] {
  return broken ? [slipFault(path, factory, facts)] : [];
}
