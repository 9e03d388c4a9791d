import type { TransferSlipSentV2 } from '@lienthong/contracts';
import { SHARED_SLIP_RULES, slipCases } from './slip-cases.data';

/**
 * A test that an office judges the slips of the shared table as the office at the other end does: `rulesBroken` answers the
 * rules that its own check finds broken, once or more often each; rules that only one office can check are left out.
 */
export function describeSlipRules(office: string, rulesBroken: (slip: TransferSlipSentV2) => readonly string[]): void {
  describe(`the slips that both offices judge, at the ${office}`, () => {
    const shared: readonly string[] = SHARED_SLIP_RULES;

    it.each(slipCases.map((one) => [one.title, one] as const))('%s', (_title, { slip, rules }) => {
      const found = new Set(rulesBroken(slip).filter((rule) => shared.includes(rule)));
      expect([...found]).toEqual(rules);
    });
  });
}
