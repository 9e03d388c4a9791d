import type { LocalDate, WorkingCalendar } from '@lienthong/kernel';
import { findTimer, type RegimeId, timerEndsOn } from '@lienthong/contracts';
import { requireReadyToIssue } from '../assessments/assessment.rules';
import type { Assessment, ComputedAssessment } from '../assessments/assessment.state';
import { taxErrors } from '../tax.errors';

/** Only a slip that was accepted and has no notices yet is sent back for completion. */
export function requireCompletable(assessment: Assessment): ComputedAssessment {
  const { state, dossierCode } = assessment;
  if (state !== 'assessed') throw taxErrors.COMPLETION_NOT_POSSIBLE({ dossierCode, state });
  return requireReadyToIssue(assessment);
}

export interface CompletionTimes {
  /** Last day for asking (T10), counted from the receipt of the slip. */
  readonly askBy?: LocalDate;
  /** Last day for the answer (T11), counted from the asking. */
  readonly answerBy?: LocalDate;
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
