import { type Act, type Follows, stepsBy } from '@lienthong/contracts';
import { insuranceErrors } from '../health-insurance.errors';
import type { InsuredPersonRow } from '../insured/insured-person.entity';
import type { BenefitsStopRow, BenefitsStopState } from './benefits-stop.entity';

/** What may follow what; a revoked death reverses every state. */
const steps: Follows<BenefitsStopState> = {
  received: ['benefits-stopped', 'branch-stopped', 'revoked'],
  'benefits-stopped': ['revoked'],
  'branch-stopped': ['revoked'],
  revoked: [],
};

/** One step of the branch. @throws health-insurance.STEP_NOT_ALLOWED */
export const step = stepsBy<BenefitsStopRow>(steps, insuranceErrors.STEP_NOT_ALLOWED);

/** A branch that has ended stays as it is. */
export function branchStopped(known: BenefitsStopRow, act: Act): BenefitsStopRow {
  return known.state === 'received' ? step(known, 'branch-stopped', act) : known;
}

/** The person is alive; saying it twice changes nothing. */
export function revoked(known: BenefitsStopRow, act: Act): BenefitsStopRow {
  return known.state === 'revoked' ? known : step(known, 'revoked', act);
}

/** A pension that is paid stops with the death of this chain. */
export function pensionStopped(person: InsuredPersonRow, dossierCode: string): InsuredPersonRow {
  return person.pension === 'paid' ? { ...person, pension: 'stopped', stoppedBy: dossierCode } : person;
}

/** The reverse of `pensionStopped`, for the chain that stopped it and no other (O §4.6 DeathRevoked). */
export function pensionResumed(person: InsuredPersonRow, dossierCode: string): InsuredPersonRow {
  return person.stoppedBy === dossierCode ? { ...person, pension: 'paid', stoppedBy: undefined } : person;
}
