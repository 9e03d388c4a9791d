import type { LocalDate } from '@lienthong/kernel';
import type { Collection, RegimeId, SlipFault } from '@lienthong/contracts';
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

export type Assessment = ReturnedAssessment | ComputedAssessment | IssuedAssessment;
