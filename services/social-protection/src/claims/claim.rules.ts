import {
  type Act,
  type FuneralSupportRequestedV1,
  type Paper,
  received,
  type Reception,
  stepsBy,
} from '@lienthong/contracts';
import { localDate, vietnamCalendar } from '@lienthong/kernel';
import { protectionErrors } from '../social-protection.errors';
import { deceasedKey } from './entitlement.rules';
import { type Claim, claimSteps } from './funeral-claim.state';
import type { FuneralRuleSet } from './funeral-support.data';

export function receive(body: FuneralSupportRequestedV1, reception: Reception, act: Act): Claim {
  const { death, claim } = body;
  const kept = { receivedAt: act.at, deceasedKey: deceasedKey(death), death, claim, papers: [] };
  return { ...received(body, reception, act), ...kept };
}

/** One step of the claim. @throws social-protection.STEP_NOT_ALLOWED */
export const step = stepsBy<Claim>(claimSteps, protectionErrors.STEP_NOT_ALLOWED);

/** What an entitled claim takes from the rules: amount, basis, and when the decision is due. */
export function termsOf(
  { receivedAt }: Claim,
  { amountDong, legalBasis, decisionWorkingDays: days }: FuneralRuleSet,
): Partial<Claim> {
  const decideBy = days === undefined ? {} : { decideBy: vietnamCalendar.addWorkingDays(localDate(receivedAt), days) };
  return { amountDong: amountDong.toString(), legalBasis, ...decideBy };
}

/** A claim that is neither decided nor over. */
export function isOpen({ state }: Claim): boolean {
  return state === 'received' || state === 'allowance-asked' || state === 'assessed';
}

/** Refused before any work is state 3, after it state 8 (corrections 9). */
export function wasAccepted({ state }: Claim): boolean {
  return state !== 'received';
}

export function papersBrought(known: Claim, papers: readonly Paper[]): Claim {
  return { ...known, papers: [...known.papers, ...papers] };
}
