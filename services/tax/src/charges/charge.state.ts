import type { Fraction, LocalDate } from '@lienthong/kernel';
import type { NoticedRevenue } from '@lienthong/contracts';
import type { DatedRow } from '../law/dated-row.rules';

export type RevenueKind = NoticedRevenue;

/** Which row of law was applied under which rule; shown with every amount, so that a reading is seen as one. */
export interface AppliedRule {
  readonly rule: string;
  readonly from: LocalDate;
  readonly source: string;
  readonly trust: DatedRow<unknown>['trust'];
}

/** The answer to a claimed exemption: which part of the person's charge is free; none of it when the claim fails. */
export interface ExemptionDecision {
  readonly rule: string;
  readonly portion: Fraction;
  /** For the notice, in Vietnamese. */
  readonly reason: string;
}

/** One person's charge before rounding. */
export interface ExactPersonCharge {
  readonly payer: 'seller' | 'buyer';
  readonly number: string;
  readonly name: string;
  readonly share: Fraction;
  readonly arising: Fraction;
  readonly payable: Fraction;
  readonly decisions: readonly ExemptionDecision[];
  /** Payable, but noted on the certificate as a debt instead of being due (L10). */
  readonly deferred?: true;
}

/** One kind of revenue of a change before rounding: base, the day whose rules decided, one charge for each person. */
export interface ExactCharge {
  readonly kind: RevenueKind;
  readonly base: Fraction;
  readonly decidedOn: LocalDate;
  readonly persons: readonly ExactPersonCharge[];
  readonly rules: readonly AppliedRule[];
}

/** One person's charge in whole đồng: payable + exempt = arising. */
export interface PersonCharge extends Omit<ExactPersonCharge, 'arising' | 'payable'> {
  readonly arisingDong: bigint;
  readonly exemptDong: bigint;
  readonly payableDong: bigint;
}

export interface Charge extends Omit<ExactCharge, 'base' | 'persons'> {
  readonly baseDong: bigint;
  readonly totalDong: bigint;
  readonly persons: readonly PersonCharge[];
}
