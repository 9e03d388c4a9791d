import {
  type Act,
  type DeathRecord,
  received,
  type Reception,
  type ResidenceDeregistrationRequestedV1,
  stepsBy,
} from '@lienthong/contracts';
import { residenceErrors } from '../residence.errors';
import type { Resident } from '../residents/resident.state';
import { type Deregistration, deregistrationSteps } from './deregistration.state';

export function receive(body: ResidenceDeregistrationRequestedV1, reception: Reception, act: Act): Deregistration {
  return { ...received(body, reception, act), receivedAt: act.at, death: body.death };
}

/** What has to be done about the residence of the deceased. */
export type Remedy =
  | { readonly kind: 'end'; readonly resident: Resident }
  | { readonly kind: 'forward'; readonly provinceCode: string }
  | { readonly kind: 'nothing' };

/**
 * The own register decides where it knows the person; then the declared residence, if it lies in another province; else there is
 * nothing to delete, which is an end and not an error (O §4.6).
 */
export function remedyFor({ deceased }: DeathRecord, resident: Resident | undefined, homeProvinceCode: string): Remedy {
  if (resident?.state === 'active') return { kind: 'end', resident };
  const provinceCode = deceased.residence?.provinceCode;
  if (resident === undefined && provinceCode !== undefined && provinceCode !== homeProvinceCode)
    return { kind: 'forward', provinceCode };
  return { kind: 'nothing' };
}

/** One step of the branch. @throws residence.STEP_NOT_ALLOWED */
export const step = stepsBy<Deregistration>(deregistrationSteps, residenceErrors.STEP_NOT_ALLOWED);

/** A branch that has ended stays as it is. */
export function stopped(known: Deregistration, act: Act): Deregistration {
  return deregistrationSteps[known.state].includes('stopped') ? step(known, 'stopped', act) : known;
}

/** The person is alive: whatever was done is reversed, whatever was open ends; saying it twice changes nothing. */
export function revoked(known: Deregistration, act: Act): Deregistration {
  return known.state === 'revoked' ? known : step(known, 'revoked', act);
}
