import type { LocalDate, WorkingCalendar } from '@lienthong/kernel';
import {
  getTimer,
  legalRegimeOn,
  type LegalTimerId,
  type RegimeId,
  taxClockRule,
  timerEndsOn,
} from '@lienthong/contracts';

/** Under which regime a dossier is, and since when the tax office's time runs. */
export interface TaxClock {
  readonly regime: RegimeId;
  readonly startedOn: LocalDate;
}

/** When a slip came, and when it was accepted where a regime knows an acceptance (M12, B only). */
export interface SlipIntake {
  readonly receivedOn: LocalDate;
  readonly acceptedOn?: LocalDate;
}

/**
 * The day on which the clock starts chooses the regime (corrections row 15), and a dossier keeps it: a slip that replaces
 * an earlier one restarts the clock in full (T12) under the regime of the first. Undefined while the acceptance is missing.
 */
export function startTaxClock({ receivedOn, acceptedOn }: SlipIntake, earlier?: TaxClock): TaxClock | undefined {
  const regime = earlier?.regime ?? legalRegimeOn(receivedOn).id;
  if (!needsAcceptance(receivedOn, earlier)) return { regime, startedOn: receivedOn };
  if (acceptedOn === undefined) return undefined;
  return { regime: earlier?.regime ?? legalRegimeOn(acceptedOn).id, startedOn: acceptedOn };
}

/** Whether the clock of a slip received on that day waits for its acceptance, under the regime that its dossier has or gets. */
export function needsAcceptance(receivedOn: LocalDate, earlier?: TaxClock): boolean {
  const regime = earlier?.regime ?? legalRegimeOn(receivedOn).id;
  return taxClockRule(regime, receivedOn).startsOn === 'acceptance';
}

/** Last day of one of the tax office's own times under the clock of a dossier. */
export function limitOn(timer: LegalTimerId, { regime, startedOn }: TaxClock, calendar: WorkingCalendar): LocalDate {
  return timerEndsOn(startedOn, getTimer(timer, regime, startedOn), calendar);
}
