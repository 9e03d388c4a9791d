import type { LocalDate } from '@lienthong/kernel';
import type { Collection, RegimeId, SlipFault } from '@lienthong/contracts';
import type { ExemptionClaim } from '../charges/property-change.state';
import type { AssessedRevenue } from './assess-transfer.rules';

interface OfSlip {
  readonly dossierCode: string;
  readonly office: string;
  readonly landOffice: string;
  readonly slipId: string;
  readonly slipNumber: string;
  /** Id of the message that brought the slip: the cause of all that the office sends about it. */
  readonly slipMessageId: string;
  readonly submission: number;
  readonly receivedAt: Date;
}

/** The slip went back; no tax clock runs (F3). */
export interface ReturnedAssessment extends OfSlip {
  readonly state: 'returned';
  readonly faults: readonly SlipFault[];
  /** Of a dossier whose clock had begun with an earlier slip: it keeps its regime. */
  readonly regime?: RegimeId;
  readonly clockStartedOn?: LocalDate;
}

/** Received, and not accepted yet: nothing is computed and no time of the tax office runs (M12, regime B). */
export interface WaitingAssessment extends OfSlip {
  readonly state: 'to-accept';
  /** Of a dossier that had an assessment: it keeps its regime, and what its parties claimed. */
  readonly regime?: RegimeId;
  readonly clockStartedOn?: LocalDate;
  readonly claims?: readonly ExemptionClaim[];
  readonly claimedBy?: string;
}

/** Why an amount needs the eyes of a second officer. */
export type ConfirmationReason = 'exemption' | 'deferral' | 'amount';

interface Computed extends OfSlip {
  /** One-stop desk of the dossier, which hears of the fulfilment too. */
  readonly intakeOffice: string;
  /** The regime of the day on which the tax clock started; a dossier keeps it. */
  readonly regime: RegimeId;
  readonly clockStartedOn: LocalDate;
  /** Last day for the notices (T5). */
  readonly noticeLimitOn: LocalDate;
  readonly collection: Collection;
  readonly revenues: readonly AssessedRevenue[];
  /** Exemptions that the parties claim on a return, and the officer who took them in. */
  readonly claims?: readonly ExemptionClaim[];
  readonly claimedBy?: string;
  readonly confirmFor?: readonly ConfirmationReason[];
  readonly confirmedBy?: string;
}

/** Amounts are computed, and wait for a second officer who confirms them. */
export interface HeldAssessment extends Computed {
  readonly state: 'to-confirm';
  readonly confirmFor: readonly ConfirmationReason[];
}

/** Amounts are computed, the officer has not issued the notices yet. */
export interface ComputedAssessment extends Computed {
  readonly state: 'assessed';
}

export interface IssuedAssessment extends Computed {
  readonly state: 'issued';
  readonly issuedAt: Date;
  readonly issuedBy: string;
}

/** Its notices were withdrawn, or nothing was issued when its slip was (M15, M23). */
export interface WithdrawnAssessment extends OfSlip {
  readonly state: 'withdrawn';
  /** The dossier keeps its regime. */
  readonly regime?: RegimeId;
  readonly clockStartedOn?: LocalDate;
}

export type Assessment =
  ReturnedAssessment | WaitingAssessment | HeldAssessment | ComputedAssessment | IssuedAssessment | WithdrawnAssessment;
