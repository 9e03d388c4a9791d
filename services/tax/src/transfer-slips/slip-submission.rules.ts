import type { SlipFault, TransferSlipSentV2 } from '@lienthong/contracts';
import type { Assessment } from '../assessments/assessment.state';
import { taxErrors } from '../tax.errors';
import { faultWhen, slipFault } from './slip-fault.rules';

/**
 * M14: a further slip counts up and comes in the place of the one that stands, with a request or without (F5). Once notices
 * are out it changes them, which is theirs to decide.
 */
export function submissionFaults(slip: TransferSlipSentV2, earlier: Assessment | undefined): readonly SlipFault[] {
  const { dossierCode, submission, submissionKind, replacesSlipId } = slip;
  if (submissionKind === 'withdrawal') return [slipFault('M15', taxErrors.SLIP_WITHDRAWAL_UNSERVED)];
  if (!earlier) return faultWhen(submissionKind !== 'first', 'M14', taxErrors.SLIP_REPLACES_NOTHING, { dossierCode });
  if (earlier.state === 'issued') return [slipFault('M14', taxErrors.SLIP_NOTICES_ISSUED)];
  const isOld = submission <= earlier.submission;
  const replacesAnother = replacesSlipId !== undefined && replacesSlipId !== earlier.slipId;
  const facts = { replaces: replacesSlipId ?? '-', known: earlier.slipId };
  return [
    ...faultWhen(isOld, 'M14', taxErrors.SLIP_SUBMISSION_OLD, { submission, earlier: earlier.submission }),
    ...faultWhen(replacesAnother, 'M14', taxErrors.SLIP_REPLACES_ANOTHER, facts),
  ];
}
