import { type Act, changeOf, type DeathRecord, type ResidenceDeregistrationRequestedV1 } from '@lienthong/contracts';
import { residenceErrors } from '../residence.errors';
import type { Reception } from '../registrations/registration.rules';
import type { Resident } from '../residents/resident.state';
import { type Deregistration, type DeregistrationState, deregistrationSteps } from './deregistration.state';

export function receive(
  { dossierCode, subDossierCode, dueAt, death }: ResidenceDeregistrationRequestedV1,
  { office, askedBy, messageId }: Reception,
  act: Act,
): Deregistration {
  return {
    ...{ dossierCode, subDossierCode, office, askedBy, state: 'received', death },
    dueAt: new Date(dueAt),
    receivedAt: act.at,
    since: act.at,
    workMessageId: messageId,
    history: [changeOf('received', act)],
  };
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
export function step(
  known: Deregistration,
  wanted: DeregistrationState,
  act: Act,
  change: Partial<Deregistration> = {},
): Deregistration {
  const allowed = deregistrationSteps[known.state];
  if (!allowed.includes(wanted))
    throw residenceErrors.STEP_NOT_ALLOWED({ key: known.dossierCode, state: known.state, wanted, allowed });
  return { ...known, ...change, state: wanted, since: act.at, history: [...known.history, changeOf(wanted, act)] };
}

/** A branch that has ended stays as it is. */
export function stopped(known: Deregistration, act: Act): Deregistration {
  return deregistrationSteps[known.state].includes('stopped') ? step(known, 'stopped', act) : known;
}

/** The person is alive: whatever was done is reversed, whatever was open ends; saying it twice changes nothing. */
export function revoked(known: Deregistration, act: Act): Deregistration {
  return known.state === 'revoked' ? known : step(known, 'revoked', act);
}
