import { dongText, type DongText, type LocalDate } from '@lienthong/kernel';
import { assessChange } from '../charges/assess-change.rules';
import type { AppliedRule, Charge, PersonCharge, RevenueKind } from '../charges/charge.state';
import { THRESHOLD } from '../charges/income-tax.rules';
import type { ExemptionClaim } from '../charges/property-change.state';
import type { Readings } from '../law/readings.data';
import { taxErrors } from '../tax.errors';
import { type AssessedSlip, changeOfSlip, type SlipDays } from './slip-change.rules';

export interface AssessedRow {
  readonly payer: 'seller' | 'buyer';
  readonly payerNumber: string;
  readonly payerName: string;
  readonly share: string;
  /** To pay: what arises less what is exempt. */
  readonly amountDong: DongText;
  readonly arisingDong: DongText;
  readonly exemptDong: DongText;
  /** Why the person is exempt, or why a claimed exemption was not granted. */
  readonly reasons: readonly string[];
  /** Noted on the certificate as a debt instead of being due (L10). */
  readonly deferred?: true;
}

/** One kind of revenue of a dossier: base and total in whole đồng, the day whose rules decided, one row per person. */
export interface AssessedRevenue {
  readonly kind: RevenueKind;
  readonly decidedOn: LocalDate;
  readonly baseDong: DongText;
  readonly totalDong: DongText;
  readonly rows: readonly AssessedRow[];
  /** The rows of law that were applied; one that no text confirms is a reading. */
  readonly rules: readonly AppliedRule[];
}

/**
 * Income tax of the sellers and registration fee of the buyers, or the land-use fee of a change of purpose. P12: that the buyer pays the seller's tax moves the time
 * point only, the seller stays the payer. The fee is decided by the day of declaring, when the dossier was complete.
 */
export function assessTransfer(
  slip: AssessedSlip,
  days: SlipDays,
  { readings, claims = [] }: { readonly readings: Readings; readonly claims?: readonly ExemptionClaim[] },
): readonly AssessedRevenue[] {
  const change = changeOfSlip(slip, days);
  const all = assessChange({ ...change, claims: withClaims(change.claims, claims) }, readings);
  // A change of purpose owes what its slip asks for; a change of owner always asks for both.
  const charges = change.kind === 'purpose-change' ? all.filter(({ kind }) => slip.revenues?.includes(kind)) : all;
  if (charges.some(({ persons }) => persons.some(isUnexplainedZero))) {
    throw taxErrors.AMOUNT_ZERO({ dossierCode: slip.dossierCode });
  }
  return charges.map(assessedRevenue);
}

/** What is claimed on a return stands beside the claims of the slip, and in the place of the same one there. */
function withClaims(ofSlip: readonly ExemptionClaim[], onReturn: readonly ExemptionClaim[]): readonly ExemptionClaim[] {
  const isSame = (a: ExemptionClaim, b: ExemptionClaim): boolean => a.ground === b.ground && a.person === b.person;
  return [...ofSlip.filter((claim) => !onReturn.some((other) => isSame(claim, other))), ...onReturn];
}

function isUnexplainedZero({ payableDong, exemptDong, decisions }: PersonCharge): boolean {
  return payableDong === 0n && exemptDong === 0n && !decisions.some(({ rule }) => rule === THRESHOLD);
}

export function assessedRevenue({ kind, decidedOn, baseDong, totalDong, persons, rules }: Charge): AssessedRevenue {
  return {
    kind,
    decidedOn,
    baseDong: dongText(baseDong),
    totalDong: dongText(totalDong),
    rows: persons.map(assessedRow),
    rules,
  };
}

function assessedRow({ payer, number, name, share, decisions, deferred, ...amounts }: PersonCharge): AssessedRow {
  return {
    payer,
    payerNumber: number,
    payerName: name,
    share: share.toString(),
    amountDong: dongText(amounts.payableDong),
    arisingDong: dongText(amounts.arisingDong),
    exemptDong: dongText(amounts.exemptDong),
    reasons: decisions.map(({ rule, reason }) => `${rule}: ${reason}`),
    ...(deferred && { deferred }),
  };
}
