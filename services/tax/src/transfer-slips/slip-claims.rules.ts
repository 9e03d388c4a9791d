import { isAppError } from '@lienthong/kernel';
import type { SlipClaim, SlipDeferral, SlipFault, TransferSlipSentV2 } from '@lienthong/contracts';
import { statedClaim } from '../calculations/requested-change.rules';
import type { ClaimRequest } from '../calculations/claim.request';
import type { ExemptionClaim } from '../charges/property-change.state';
import { feeExemptionCodes } from '../law/fee-exemptions.data';
import { closeKinRelations } from '../law/kinship.data';
import { taxErrors } from '../tax.errors';
import { slipFault } from './slip-fault.rules';
import { personNumber, personsOf } from './slip-persons.rules';

type SlipOfClaims = Pick<TransferSlipSentV2, 'claims' | 'deferrals' | 'sellers' | 'buyers'>;

/** What the persons of a slip claim, in the terms of the charges; a slip that was taken has no incomplete claim. */
export function claimsOfSlip({
  claims = [],
  deferrals = [],
}: Pick<SlipOfClaims, 'claims' | 'deferrals'>): readonly ExemptionClaim[] {
  return [...claims.map((claim) => statedClaim(claim as ClaimRequest)), ...deferrals.flatMap(deferred)];
}

function deferred({ revenue, person, proof }: SlipDeferral): readonly ExemptionClaim[] {
  return revenue === 'registration-fee' ? [{ ground: 'fee-deferral', person, proof }] : [];
}

/** Claims that name nobody of the slip, lack what their ground asks for, or use a word that the law book does not have. */
export function claimFaults(slip: SlipOfClaims): readonly SlipFault[] {
  const numbers = new Set(personsOf(slip).map(personNumber));
  const stated = [...(slip.claims ?? []), ...(slip.deferrals ?? [])];
  const strangers = stated.filter(
    (claim) => !numbers.has(claim.person) || ('relative' in claim && !numbers.has(claim.relative)),
  );
  return [
    ...(strangers.length > 0
      ? [slipFault('MIEN-GIAM', taxErrors.SLIP_CLAIM_OF_STRANGER, { count: strangers.length })]
      : []),
    ...(slip.claims ?? []).flatMap(unreadable),
  ];
}

function unreadable(claim: SlipClaim): readonly SlipFault[] {
  const { ground, relation, code } = claim;
  const unknown = [
    ...(relation !== undefined && !(closeKinRelations as readonly string[]).includes(relation) ? [relation] : []),
    ...(code !== undefined && !(feeExemptionCodes as readonly string[]).includes(code) ? [code] : []),
  ];
  if (unknown.length > 0) return [slipFault('MIEN-GIAM', taxErrors.SLIP_CLAIM_UNKNOWN, { ground, unknown })];
  try {
    statedClaim(claim as ClaimRequest);
    return [];
  } catch (error) {
    if (!isAppError(error) || error.code !== taxErrors.CLAIM_INCOMPLETE.description.code) throw error;
    return [slipFault('MIEN-GIAM', taxErrors.CLAIM_INCOMPLETE, error.facts)];
  }
}
