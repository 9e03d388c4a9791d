import { type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import { type Collection, officeFor, type SlipFault, type TransferSlipSentV1 } from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';
import { assessTransfer } from './assess-transfer.rules';
import type { Assessment, ComputedAssessment, ReturnedAssessment } from './assessment.state';
import { rowInForce } from '../law/dated-row.rules';
import { noticeLimitsWorkingDays, REVENUE_ACCOUNT } from '../law/rates.data';

/** How and when a slip came in. */
export interface SlipArrival {
  readonly messageId: string;
  readonly office: string;
  readonly landOffice: string;
  readonly receivedAt: Date;
  readonly receivedOn: LocalDate;
  /** Day on which the dossier was complete: the day of declaring (corrections row 3). */
  readonly declaredOn: LocalDate;
}

export function returned(
  slip: TransferSlipSentV1,
  arrival: SlipArrival,
  faults: readonly SlipFault[],
): ReturnedAssessment {
  return { ...ofSlip(slip, arrival), state: 'returned', faults };
}

/** Regime C: no acceptance step, the tax clock starts on receipt (corrections rows 15, 16); T5 counts working days after it. */
export function assessed(
  slip: TransferSlipSentV1,
  arrival: SlipArrival,
  calendar: WorkingCalendar,
): ComputedAssessment {
  const limit = rowInForce('T5', noticeLimitsWorkingDays, arrival.receivedOn).value;
  return {
    ...ofSlip(slip, arrival),
    state: 'assessed',
    intakeOffice: officeOf('intake', slip, arrival).id,
    noticeLimitOn: calendar.addWorkingDays(arrival.receivedOn, limit),
    collection: collectionOf(slip, arrival),
    revenues: assessTransfer(slip, arrival.declaredOn),
  };
}

/** A slip that goes back must not undo notices that were issued; those stand until they are amended. */
export function afterReturn(earlier: Assessment | undefined, next: ReturnedAssessment): Assessment {
  return earlier?.state === 'issued' ? earlier : next;
}

/** Only a computed assessment can be issued, and only once. */
export function requireReadyToIssue(assessment: Assessment): ComputedAssessment {
  if (assessment.state === 'assessed') return assessment;
  throw taxErrors.NOT_READY_TO_ISSUE({ dossierCode: assessment.dossierCode, state: assessment.state });
}

function ofSlip(
  slip: TransferSlipSentV1,
  { messageId, office, landOffice, receivedAt }: SlipArrival,
): Omit<ReturnedAssessment, 'state' | 'faults'> {
  const { dossierCode, slipId, slipNumber, submission } = slip;
  return { dossierCode, slipId, slipNumber, submission, slipMessageId: messageId, office, landOffice, receivedAt };
}

function collectionOf(slip: TransferSlipSentV1, arrival: SlipArrival): Collection {
  const { treasuryCode } = officeOf('treasury', slip, arrival);
  if (treasuryCode === undefined) throw taxErrors.COLLECTION_UNKNOWN({ member: 'treasury', communeCode: areaOf(slip) });
  return { account: REVENUE_ACCOUNT, treasuryCode, taxOfficeCode: slip.taxOfficeCode, areaCode: areaOf(slip) };
}

function officeOf(
  member: string,
  slip: TransferSlipSentV1,
  { receivedOn }: SlipArrival,
): NonNullable<ReturnType<typeof officeFor>> {
  const office = officeFor(member, areaOf(slip), receivedOn);
  if (!office) throw taxErrors.COLLECTION_UNKNOWN({ member, communeCode: areaOf(slip) });
  return office;
}

/** All parcels lie in the area of one tax office (R10); the first names the area of the budget line. */
function areaOf({ parcels }: TransferSlipSentV1): string {
  return parcels[0]?.communeCode ?? '';
}
