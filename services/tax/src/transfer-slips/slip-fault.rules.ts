import type { ErrorFactory, Facts } from '@lienthong/kernel';
import type { SlipFault } from '@lienthong/contracts';

/** A fault of a slip: the row of the rules it breaks, the code of our catalogue, and its sentence for the officer. */
export function slipFault(rule: string, factory: ErrorFactory, facts: Facts = {}): SlipFault {
  const error = factory(facts);
  return { rule, code: error.code, text: error.text('vi') };
}

/** The fault, where something is broken. */
export function faultWhen(
  broken: boolean,
  ...[rule, factory, facts]: Parameters<typeof slipFault>
): readonly SlipFault[] {
  return broken ? [slipFault(rule, factory, facts)] : [];
}
