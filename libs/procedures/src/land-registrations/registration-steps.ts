import { LandRequestForwardedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { landTransferSteps } from '../land-transfer/land-transfer.steps.data';
import { landUseFeeNoticeLimits, landUseFeePaymentLimits } from '../land-transfer/legal-times.data';
import type { LegalTime, ProcedureBranch, ProcedureStep } from '../procedure';
import { lodgeStep } from './lodge-step.data';

/** The branch of what is owed to the budget; left out where no money is due. */
export const OBLIGATION = 'obligation';

/** How an office spreads the time of a registration. */
export interface RegistrationTimes {
  readonly check: readonly LegalTime[];
  readonly sign: readonly LegalTime[];
}

const forwarded = messageOf(LandRequestForwardedV1).type;
const common = [
  'forward',
  'receive',
  'check',
  'prepare-certificate',
  'sign-certificate',
  'hand-over',
  'correct-result',
];

/** The steps at desk and land office of a registration that owes nothing. */
export function registrationSteps(times: RegistrationTimes): readonly ProcedureStep[] {
  const { askedBy: _noFulfilment, ...prepare } = step('prepare-certificate');
  return [
    { ...step('forward'), doneBy: [forwarded] },
    { ...step('receive'), askedBy: forwarded },
    lodgeStep,
    { ...step('check'), askedBy: forwarded, limits: times.check, next: ['prepare-certificate'] },
    prepare,
    { ...step('sign-certificate'), limits: times.sign },
    step('hand-over'),
    step('correct-result'),
  ];
}

/**
 * The same with the way of a conveyance through tax office, bank and treasury, as a branch that can be left out. Its slip is corrected when the
 * tax office asks for it, not by the land office of itself.
 */
export function registrationStepsWithObligation(times: RegistrationTimes): readonly ProcedureStep[] {
  const owed = landTransferSteps.filter(({ id }) => !common.includes(id));
  const first = owed[0]?.id ?? '';
  return [
    ...registrationSteps(times).map((known) => (known.id === 'check' ? { ...known, next: [first] } : known)),
    ...owed.map(({ backTo: _notOfABranch, ...taken }) => ({ ...ofLandUseFee(taken), branch: OBLIGATION })),
  ];
}

/** A land-use fee has its own times (T6, T17). */
function ofLandUseFee({ limits, ...taken }: ProcedureStep): ProcedureStep {
  return { ...taken, limits: feeLimits[taken.id] ?? limits };
}

const feeLimits: Readonly<Record<string, readonly LegalTime[]>> = {
  issue: landUseFeeNoticeLimits,
  debit: landUseFeePaymentLimits,
};

export function obligationBranch(limits: readonly LegalTime[]): ProcedureBranch {
  return {
    id: OBLIGATION,
    name: { vi: 'Nghĩa vụ tài chính', en: 'Financial obligation' },
    member: 'tax',
    optional: true,
    limits,
  };
}

function step(id: string): ProcedureStep {
  const found = landTransferSteps.find((taken) => taken.id === id);
  if (!found) throw new Error(`the land transfer has no step ${id}`);
  return found;
}
