import { localDate, type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import { type Collection, officeFor, type SlipFault, type TransferSlipSentV2 } from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';
import { assessTransfer } from './assess-transfer.rules';
import type { ExemptionClaim } from '../charges/property-change.state';
import type { Assessment, ComputedAssessment, HeldAssessment, IssuedAssessment, ReturnedAssessment, WaitingAssessment, WithdrawnAssessment } from './assessment.state'; // prettier-ignore
import { heldForConfirmation } from './confirmation.rules';
import { REVENUE_ACCOUNT } from '../law/budget.data';
import type { Readings } from '../law/readings.data';
import { personNumber } from '../transfer-slips/slip-persons.rules';
import { limitOn, needsAcceptance, startTaxClock, type TaxClock } from '../law/tax-clock.rules';

/** How and when a slip came in. */
export interface SlipArrival {
  readonly messageId: string;
  readonly office: string;
  readonly landOffice: string;
  readonly receivedAt: Date;
  readonly receivedOn: LocalDate;
  /** Day on which the slip was accepted: the office accepts when it checks, at once (M12, regime B only). */
  readonly acceptedOn: LocalDate;
  /** Day on which the dossier was complete: the day of declaring (corrections row 3). */
  readonly declaredOn: LocalDate;
}

export function returned(
  slip: TransferSlipSentV2,
  arrival: SlipArrival,
  faults: readonly SlipFault[],
): ReturnedAssessment {
  return { ...ofSlip(slip, arrival), state: 'returned', faults };
}

/** Whether the clock of the dossier starts when somebody accepts its slip (M12). */
export function waitsForAcceptance({ receivedOn }: SlipArrival, earlier: Assessment | undefined): boolean {
  return needsAcceptance(receivedOn, clockOf(earlier));
}

/** Received, for an officer to accept; what a dossier keeps from an earlier slip is kept. */
export function toAccept(
  slip: TransferSlipSentV2,
  arrival: SlipArrival,
  earlier: Assessment | undefined,
): WaitingAssessment {
  return { ...ofSlip(slip, arrival), state: 'to-accept', ...clockKept(earlier), ...claimsOf(earlier) };
}

/** @throws tax.NOT_TO_ACCEPT */
export function requireToAccept(assessment: Assessment): WaitingAssessment {
  if (assessment.state === 'to-accept') return assessment;
  throw taxErrors.NOT_TO_ACCEPT({ dossierCode: assessment.dossierCode, state: assessment.state });
}

/** The slip as it came in, accepted on that day. */
export function acceptedOn(
  { slipMessageId, office, landOffice, receivedAt }: WaitingAssessment,
  { completeAt }: Pick<TransferSlipSentV2, 'completeAt'>,
  on: LocalDate,
): SlipArrival {
  const receivedOn = localDate(receivedAt);
  const declaredOn = localDate(new Date(completeAt));
  return { messageId: slipMessageId, office, landOffice, receivedAt, receivedOn, acceptedOn: on, declaredOn };
}

/** What an assessment depends on beside the slip: the calendar, the readings of the office, what was before. */
export interface AssessmentTerms {
  readonly calendar: WorkingCalendar;
  readonly readings: Readings;
  readonly earlier?: Assessment;
  /** Claimed on a return beside the slip, and by which officer they were taken in. */
  readonly claims?: readonly ExemptionClaim[];
  readonly claimedBy?: string;
  /** Above it a second officer confirms; no limit when absent. */
  readonly confirmOverDong?: bigint;
}

/** Amounts, and the last day for the notices: T5, for a land-use fee T6, counts working days after the start of the tax clock. */
export function assessed(
  slip: TransferSlipSentV2,
  arrival: SlipArrival,
  { calendar, readings, earlier, confirmOverDong, ...claimed }: AssessmentTerms,
): ComputedAssessment | HeldAssessment {
  const { claims, claimedBy } = claimed.claims ? claimed : claimsOf(earlier);
  const clock = startTaxClock(arrival, clockOf(earlier));
  if (!clock) throw taxErrors.CLOCK_NOT_STARTED({ dossierCode: slip.dossierCode });
  const computed: ComputedAssessment = {
    ...ofSlip(slip, arrival),
    state: 'assessed',
    intakeOffice: officeOf('intake', slip, arrival).id,
    regime: clock.regime,
    clockStartedOn: clock.startedOn,
    noticeLimitOn: limitOn(slip.changeKind === 'purpose-change' ? 'T6' : 'T5', clock, calendar),
    collection: collectionOf(slip, arrival),
    revenues: assessTransfer(slip, arrival, { readings, claims: claims ?? [] }),
    ...(claims && { claims }),
    ...(claimedBy !== undefined && { claimedBy }),
  };
  return heldForConfirmation(computed, confirmOverDong);
}

/** What the parties claimed on a return stays claimed when the land office corrects its slip. */
function claimsOf(earlier: Assessment | undefined): Pick<AssessmentTerms, 'claims' | 'claimedBy'> {
  if (!earlier || earlier.state === 'returned' || earlier.state === 'withdrawn') return {};
  const { claims, claimedBy } = earlier;
  return { ...(claims && { claims }), ...(claimedBy !== undefined && { claimedBy }) };
}

function clockOf(earlier: Assessment | undefined): TaxClock | undefined {
  if (!earlier?.regime || earlier.clockStartedOn === undefined) return undefined;
  return { regime: earlier.regime, startedOn: earlier.clockStartedOn };
}

/** A slip that goes back must not undo notices that were issued; those stand until they are amended. */
export function afterReturn(earlier: Assessment | undefined, next: ReturnedAssessment): Assessment {
  return earlier?.state === 'issued' ? earlier : { ...next, ...clockKept(earlier) };
}

/** The slip on which an assessment stands goes back after all (M13, M15): nothing is computed, and the regime is kept. */
export function sentBack(assessment: Assessment, faults: readonly SlipFault[]): ReturnedAssessment {
  const { dossierCode, slipId, slipNumber, submission, slipMessageId, office, landOffice, receivedAt } = assessment;
  const slip = { dossierCode, slipId, slipNumber, submission, slipMessageId, office, landOffice, receivedAt };
  return { ...slip, state: 'returned', faults, ...clockKept(assessment) };
}

function clockKept(earlier: Assessment | undefined): Pick<ReturnedAssessment, 'regime' | 'clockStartedOn'> {
  const clock = clockOf(earlier);
  return clock ? { regime: clock.regime, clockStartedOn: clock.startedOn } : {};
}

/** Nothing of the dossier is to be issued any more, until another slip comes. */
export function withdrawn(assessment: Assessment): WithdrawnAssessment {
  const { dossierCode, office, landOffice, slipId, slipNumber, slipMessageId, submission, receivedAt } = assessment;
  const slip = { dossierCode, office, landOffice, slipId, slipNumber, slipMessageId, submission, receivedAt };
  return { ...slip, state: 'withdrawn', ...clockKept(assessment) };
}

/** Only a computed assessment can be issued, and only once. */
export function requireReadyToIssue(assessment: Assessment): ComputedAssessment {
  if (assessment.state === 'assessed') return assessment;
  throw taxErrors.NOT_READY_TO_ISSUE({ dossierCode: assessment.dossierCode, state: assessment.state });
}

/** Amounts that were computed, whatever became of them. */
export function requireComputed(assessment: Assessment): ComputedAssessment | HeldAssessment | IssuedAssessment {
  if (isComputed(assessment)) return assessment;
  throw taxErrors.NOT_READY_TO_ISSUE({ dossierCode: assessment.dossierCode, state: assessment.state });
}

export function isComputed(
  assessment: Assessment,
): assessment is ComputedAssessment | HeldAssessment | IssuedAssessment {
  const { state } = assessment;
  return state === 'assessed' || state === 'to-confirm' || state === 'issued';
}

/** Only parties of the slip claim exemptions. */
export function requireParties(
  { dossierCode, sellers, buyers }: Pick<TransferSlipSentV2, 'dossierCode' | 'sellers' | 'buyers'>,
  claims: readonly ExemptionClaim[],
): void {
  const known = [...sellers, ...buyers].map(personNumber);
  if (claims.some(({ person }) => !known.includes(person))) throw taxErrors.CLAIM_OF_STRANGER({ dossierCode });
}

function ofSlip(
  slip: TransferSlipSentV2,
  { messageId, office, landOffice, receivedAt }: SlipArrival,
): Omit<ReturnedAssessment, 'state' | 'faults'> {
  const { dossierCode, slipId, slipNumber, submission } = slip;
  return { dossierCode, slipId, slipNumber, submission, slipMessageId: messageId, office, landOffice, receivedAt };
}

function collectionOf(slip: TransferSlipSentV2, arrival: SlipArrival): Collection {
  const { treasuryCode } = officeOf('treasury', slip, arrival);
  if (treasuryCode === undefined) throw taxErrors.COLLECTION_UNKNOWN({ member: 'treasury', communeCode: areaOf(slip) });
  return { account: REVENUE_ACCOUNT, treasuryCode, taxOfficeCode: slip.taxOfficeCode, areaCode: areaOf(slip) };
}

/** The office of a member in whose area the parcels lie. @throws tax.COLLECTION_UNKNOWN */
export function officeOf(
  member: string,
  slip: TransferSlipSentV2,
  { receivedOn }: Pick<SlipArrival, 'receivedOn'>,
): NonNullable<ReturnType<typeof officeFor>> {
  const office = officeFor(member, areaOf(slip), receivedOn);
  if (!office) throw taxErrors.COLLECTION_UNKNOWN({ member, communeCode: areaOf(slip) });
  return office;
}

/** All parcels lie in the area of one tax office (R10); the first names the area of the budget line. */
function areaOf({ parcels }: TransferSlipSentV2): string {
  return parcels[0]?.communeCode ?? '';
}
