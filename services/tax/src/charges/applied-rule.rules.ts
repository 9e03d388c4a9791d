import type { DatedRow } from '../law/dated-row.rules';
import type { AppliedRule } from './charge.state';

export function applied(rule: string, { from, source, trust }: DatedRow<unknown>): AppliedRule {
  return { rule, from, source, trust };
}
