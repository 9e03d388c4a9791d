import type { LocalDate } from '@lienthong/kernel';
import { rowInForce } from '../law/dated-row.rules';
import { soleHomeDays } from '../law/rates.data';
import type { Readings } from '../law/readings.data';
import type { ExemptionDecision } from './charge.state';
import {
  divorceExemption,
  farmExchangeExemption,
  kinExemption,
  refused,
  type Sides,
  soleHomeExemption,
  stateAllocationExemption,
} from './exemption-claims.rules';
import type { ShareHolder } from './holders.rules';
import type { ChangeKind, ExemptionClaim, PropertyChange } from './property-change.state';

const KIN_KINDS: readonly ChangeKind[] = ['transfer', 'inheritance', 'gift'];

/** Under what a person's claims are judged: the change, the two sides, the tax time point and the readings. */
export interface ClaimCircumstances extends Pick<Sides, 'own' | 'other'> {
  readonly change: PropertyChange;
  readonly timePoint: LocalDate;
  readonly readings: Readings;
}

/** X1–X6: one answer for each ground that concerns this person; co-owners and spouses are judged one by one (X4). */
export function incomeTaxExemptions(
  person: ShareHolder,
  circumstances: ClaimCircumstances,
): readonly ExemptionDecision[] {
  const { change, own, other, readings } = circumstances;
  const { claims } = change;
  const kin = claims.filter((claim) => claim.ground === 'close-kin' && concerns(claim, person));
  const kinDecisions =
    kin.length === 0
      ? []
      : [
          KIN_KINDS.includes(change.kind)
            ? kinExemption(person, { own, other, claims }, readings.kinship)
            : refused('X1', 'Chỉ miễn khi chuyển nhượng, thừa kế, tặng cho.'),
        ];
  return [
    ...(change.kind === 'state-allocation' ? [stateAllocationExemption(change.kind)] : []),
    ...kinDecisions,
    ...claims.filter((claim) => claim.person === person.number).flatMap((claim) => decided(claim, circumstances)),
  ];
}

function decided(
  claim: ExemptionClaim,
  { change, timePoint, readings }: ClaimCircumstances,
): readonly ExemptionDecision[] {
  switch (claim.ground) {
    case 'divorce':
      return [divorceExemption(claim)];
    case 'sole-home': {
      if (change.kind !== 'transfer') return [refused('X3', 'Chỉ miễn khi chuyển nhượng.')];
      const heldUntil = soleHomeHeldUntil(change, timePoint, readings);
      const { value: days } = rowInForce('X3', soleHomeDays, timePoint);
      return [soleHomeExemption(claim, change, { heldUntil, days })];
    }
    case 'state-allocation':
      return change.kind === 'state-allocation' ? [] : [stateAllocationExemption(change.kind)];
    case 'farm-land-exchange':
      return [farmExchangeExemption(claim, change)];
    case 'close-kin':
    case 'registration-fee':
    case 'fee-deferral':
      return [];
  }
}

/** Reading (e). */
function soleHomeHeldUntil(change: PropertyChange, timePoint: LocalDate, readings: Readings): LocalDate {
  switch (readings.soleHomeUntil) {
    case 'contract-effective':
      return change.contractEffectiveOn ?? timePoint;
    case 'tax-time-point':
      return timePoint;
    case 'slip-date':
      return change.slipOn;
  }
}

function concerns(claim: ExemptionClaim, { number }: ShareHolder): boolean {
  return claim.person === number || (claim.ground === 'close-kin' && claim.relative === number);
}
