import type {
  DeferredItem,
  DossierForwardedV1,
  IssuedCertificate,
  LandRequest,
  ObligationReopenedV1,
  PapersWantedV1,
  PaymentNotice,
  RefilingWantedV1,
  SlipFault,
  TransferSlipSentV2,
} from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { ProcedureInstance } from '@lienthong/procedures';
import type { CheckFault } from './check-dossier.rules';

/** Where a dossier stands at the land office, as its officers say it; derived from its open step. */
export type LandDossierStatus =
  | 'received'
  | 'checked'
  | 'slip-drafted'
  | 'slip-sent'
  | 'slip-received'
  | 'slip-returned'
  | 'notices-received'
  | 'obligation-fulfilled'
  | 'certificate-drafted'
  | 'concluded'
  | 'handed-over'
  | 'rejected'
  | 'papers-wanted'
  | 'refiled'
  | 'withdrawn'
  | 'obligation-reopened'
  | 'result-questioned';

/** How officers call the open step or the end of the procedure (`landTransfer`), which alone says what may follow what. */
export const statusOf: Readonly<Record<string, LandDossierStatus>> = {
  lodge: 'received',
  check: 'received',
  'draft-slip': 'checked',
  'sign-slip': 'slip-drafted',
  'receive-slip': 'slip-sent',
  issue: 'slip-received',
  'correct-slip': 'slip-returned',
  announce: 'notices-received',
  fulfil: 'notices-received',
  'prepare-certificate': 'obligation-fulfilled',
  'sign-certificate': 'certificate-drafted',
  'hand-over': 'concluded',
  returned: 'handed-over',
  stopped: 'rejected',
  refiled: 'refiled',
  'correct-result': 'result-questioned',
};

export interface LandChange {
  readonly status: LandDossierStatus;
  readonly at: string;
  readonly by: string;
  readonly messageId?: string;
}

/** The slip as drafted: all of it but the leader's signature. */
export type SlipDraft = Omit<TransferSlipSentV2, 'signature'>;

export interface DraftedCertificate {
  readonly form: 'noted' | 'new';
  readonly serial: string;
}

/** Papers that were wanted (M04), and when they came (M05). */
export interface LandPapersRequest extends Omit<PapersWantedV1, 'dossierCode'> {
  readonly by: string;
  readonly suppliedAt?: string;
}

/** The longer time that the office has taken, with the reason that the citizen is told (O §1.5). */
export interface LandTimeExtension {
  readonly extension: string;
  readonly reason: string;
  readonly by: string;
  readonly extendedAt: string;
}

/** The desk has to file it anew (M06), and under which code it did. */
export interface LandRefiling extends Pick<RefilingWantedV1, 'cause' | 'procedure' | 'reason' | 'wantedAt'> {
  readonly refiledAs?: string;
}

/** What was owed again after it had been fulfilled (F16). */
export type ReopenedObligation = Omit<ObligationReopenedV1, 'dossierCode'>;

export interface LandDossier {
  readonly dossierCode: string;
  readonly office: string;
  readonly status: LandDossierStatus;
  /** The dossier on its way through the procedure, in the version under which it was accepted. */
  readonly instance: ProcedureInstance;
  readonly receiptNumber: string;
  readonly receivedAt: Date;
  /** The one-stop desk that forwarded the dossier; every answer goes back to it. */
  readonly intakeOffice: string;
  readonly taxOffice?: string;
  readonly content: DossierForwardedV1;
  /** Of a change without another owner: what is asked for. */
  readonly request?: LandRequest;
  readonly checkedBy?: string;
  readonly slip?: SlipDraft;
  readonly slipSignedBy?: string;
  readonly slipFaults: readonly SlipFault[];
  /** Last day of the answer to the tax office, while a correction waits that it asked for (M13). */
  readonly slipAnswerBy?: LocalDate;
  /** By notice number (F29): a second notice never replaces the first. */
  readonly notices: Readonly<Record<string, PaymentNotice>>;
  readonly fulfilledOn?: string;
  /** What stands on the certificate as a debt (F19). */
  readonly deferredItems?: readonly DeferredItem[];
  /** Owed again before the certificate was signed: nothing is signed until it is fulfilled anew (F16). */
  readonly reopened?: ReopenedObligation;
  readonly papersRequests?: readonly LandPapersRequest[];
  readonly refiling?: LandRefiling;
  readonly timeExtension?: LandTimeExtension;
  /** Why the citizen withdrew it, or why its result is wrong. */
  readonly objection?: string;
  /** When the tax office should have answered; from then on it is asked (M16, M17). */
  readonly answerDueAt?: Date;
  readonly draftedCertificate?: DraftedCertificate;
  readonly certificate?: IssuedCertificate;
  readonly reason?: string;
  /** What the check found, each with its rule and code. */
  readonly checkFaults?: readonly CheckFault[];
  readonly documentNumber?: string;
  readonly history: readonly LandChange[];
  /** The message that brought the work that waits now; messages sent from a manual step name it as their cause. */
  readonly workMessageId: string;
  readonly since: Date;
}
