import { type Act, changeOf, type FuneralSupportRequestedV1, type Paper } from '@lienthong/contracts';
import { localDate, vietnamCalendar } from '@lienthong/kernel';
import { protectionErrors } from '../social-protection.errors';
import { deceasedKey } from './entitlement.rules';
import { type Claim, type ClaimState, claimSteps } from './funeral-claim.state';
import type { FuneralRuleSet } from './funeral-support.data';

export interface Reception {
  readonly office: string;
  readonly askedBy: string;
  readonly messageId: string;
}

export function receive(body: FuneralSupportRequestedV1, reception: Reception, act: Act): Claim {
  const { dossierCode, subDossierCode, dueAt, death, claim } = body;
  const { office, askedBy, messageId } = reception;
  return {
    ...{ dossierCode, subDossierCode, office, askedBy, death, claim, state: 'received', papers: [] },
    dueAt: new Date(dueAt),
    receivedAt: act.at,
    since: act.at,
    deceasedKey: deceasedKey(death),
    workMessageId: messageId,
    history: [changeOf('received', act)],
  };
}

/** One step of the claim. @throws social-protection.STEP_NOT_ALLOWED */
export function step(known: Claim, wanted: ClaimState, act: Act, change: Partial<Claim> = {}): Claim {
  const allowed = claimSteps[known.state];
  if (!allowed.includes(wanted))
    throw protectionErrors.STEP_NOT_ALLOWED({ key: known.dossierCode, state: known.state, wanted, allowed });
  return { ...known, ...change, state: wanted, since: act.at, history: [...known.history, changeOf(wanted, act)] };
}

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
