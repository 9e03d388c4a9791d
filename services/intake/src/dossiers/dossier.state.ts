import type {
  Certificate,
  Contract,
  IssuedCertificate,
  LandParcel,
  Party,
  ProcessingConcludedV1,
  Submitter,
  TaxResult,
} from '@lienthong/contracts';
import type { NationalStateCode, StateHistory } from '@lienthong/procedures';

/** What the citizen handed in. */
export interface DossierContent {
  readonly sellers: readonly Party[];
  readonly buyers: readonly Party[];
  readonly parcels: readonly LandParcel[];
  readonly contract: Contract;
  readonly certificate: Certificate;
  readonly newCertificateRequested: boolean;
  readonly submitter: Submitter;
}

/** How the land office ended its work. */
export interface Outcome {
  readonly kind: ProcessingConcludedV1['outcome'];
  readonly concludedAt: string;
  readonly certificate?: IssuedCertificate;
  readonly reason?: string;
  readonly documentNumber?: string;
}

/** A dossier at the one-stop desk, in one of the ten national states. */
export interface Dossier {
  readonly code: string;
  readonly office: string;
  readonly procedure: string;
  /** Version of the procedure it was accepted under; it stays with the dossier. */
  readonly ruleVersion: string;
  readonly state: NationalStateCode;
  /** Every state it has been in, oldest first; only ever grows. */
  readonly states: StateHistory;
  readonly content: DossierContent;
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
  readonly appointmentAt: Date;
  /** The land office it was forwarded to. */
  readonly landOffice?: string;
  readonly receiptNumber?: string;
  readonly results: readonly TaxResult[];
  readonly fulfilledOn?: string;
  readonly outcome?: Outcome;
  readonly receiverName?: string;
  /** Number of changes written to its history. */
  readonly changes: number;
  /** The message that brought the work that waits now, if one did. */
  readonly workMessageId?: string;
  /** Since when it is in its state. */
  readonly since: Date;
}

/** One line of the history of a dossier. `progress` notes a step at another agency and leaves the state as it is. */
export interface DossierChange {
  /** <dossier code>|<number> */
  readonly key: string;
  readonly dossierCode: string;
  readonly number: number;
  readonly kind: 'state' | 'progress';
  readonly state: NationalStateCode;
  readonly at: Date;
  readonly by: string;
  readonly messageId?: string;
  readonly ruleVersion: string;
  readonly reason?: string;
}

/** A dossier after a decision, with the history lines that the decision adds. */
export interface Decided {
  readonly dossier: Dossier;
  readonly changes: readonly DossierChange[];
}
