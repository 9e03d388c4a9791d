import { localDate, type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import { findTimer, legalRegimeOn, type RegimeId, timerEndsOn } from '@lienthong/contracts';
import type {
  Assessment,
  ComputedAssessment,
  HeldAssessment,
  WaitingAssessment,
} from '../assessments/assessment.state';
import { taxErrors } from '../tax.errors';

/** Only a slip that has no notices yet is sent back for completion, accepted or not. */
export function requireCompletable(assessment: Assessment): ComputedAssessment | HeldAssessment | WaitingAssessment {
  const { state, dossierCode } = assessment;
  if (assessment.state === 'assessed' || assessment.state === 'to-confirm') return assessment;
  if (assessment.state === 'to-accept') return assessment;
  throw taxErrors.COMPLETION_NOT_POSSIBLE({ dossierCode, state });
}

export interface CompletionTimes {
  /** Last day for asking (T10), counted from the receipt of the slip. */
  readonly askBy?: LocalDate;
  /** Last day for the answer (T11), counted from the asking. */
  readonly answerBy?: LocalDate;
}

/** From when the times of a request are counted: of a slip that nobody has accepted, from its receipt (T10). */
export function askingClock(
  assessment: ComputedAssessment | HeldAssessment | WaitingAssessment,
): Pick<ComputedAssessment, 'regime' | 'clockStartedOn'> {
  if (assessment.state !== 'to-accept') return assessment;
  const receivedOn = localDate(assessment.receivedAt);
  return { regime: assessment.regime ?? legalRegimeOn(receivedOn).id, clockStartedOn: receivedOn };
}

/** Both waits of F4 under the regime that the dossier keeps; a regime may fix no time. */
export function completionTimes(
  { regime, clockStartedOn }: { readonly regime: RegimeId; readonly clockStartedOn: LocalDate },
  askedOn: LocalDate,
  calendar: WorkingCalendar,
): CompletionTimes {
  const ask = findTimer('T10', regime, clockStartedOn);
  const answer = findTimer('T11', regime, askedOn);
  return {
    ...(ask && { askBy: timerEndsOn(clockStartedOn, ask, calendar) }),
    ...(answer && { answerBy: timerEndsOn(askedOn, answer, calendar) }),
  };
}
