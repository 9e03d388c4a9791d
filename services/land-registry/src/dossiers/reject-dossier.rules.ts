import { ProcessingConcludedV1 } from '@lienthong/contracts';
import { landErrors } from '../land-registry.errors';
import { openRequest } from '../supplements/supplement.rules';
import { withdrawalObstacle } from '../withdrawals/withdrawal.rules';
import type { LandDossier } from './land-dossier.state';
import { type Act, advance, openStep, take } from './land-procedure.rules';

/** The written notice of a refusal. */
export interface Rejection {
  readonly reason: string;
  readonly documentNumber: string;
}

const CHECK = 'check';
/** Steps of which the procedure itself says that a written notice may end them. */
const DECLARED: readonly string[] = [CHECK, 'sign-slip'];

/** Who judges: the officer who checks the papers, and from then on the leader. */
export function rejecterOf(dossier: Pick<LandDossier, 'instance'>): 'land-officer' | 'land-leader' {
  return openStep(dossier)?.id === CHECK ? 'land-officer' : 'land-leader';
}

/**
 * Refused on somebody's own judgement: a forged deed, an order that stays, a slip that cannot be mended. Once the slip has gone
 * everything that is open stops, as long as nothing stands in the register.
 * @throws land-registry.PAPERS_AWAITED, REJECTION_TOO_LATE
 */
export function rejected(dossier: LandDossier, rejection: Rejection, act: Act): LandDossier {
  const { dossierCode } = dossier;
  const awaited = openRequest(dossier);
  if (awaited) throw landErrors.PAPERS_AWAITED({ dossierCode, documentNumber: awaited.documentNumber });
  const obstacle = withdrawalObstacle(dossier);
  if (obstacle !== undefined) throw landErrors.REJECTION_TOO_LATE({ dossierCode, obstacle });
  const { reopened: _nothingIsSigned, ...rest } = dossier;
  const step = openStep(dossier)?.id ?? '';
  const change = { ...rejection, ...(step === CHECK && { checkedBy: act.by }) };
  if (DECLARED.includes(step)) return advance(rest, ProcessingConcludedV1, act, change);
  return take(rest, { kind: 'stop', at: act.at, reason: rejection.reason }, act, { ...change, status: 'rejected' });
}
