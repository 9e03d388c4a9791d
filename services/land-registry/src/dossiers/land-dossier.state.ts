import type {
  DossierForwardedV1,
  IssuedCertificate,
  PaymentNotice,
  SlipFault,
  TransferSlipSentV1,
} from '@lienthong/contracts';

/** Where a dossier stands at the land office; statuses of the land procedure, not the ten national states. */
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
  | 'rejected';

/** What may follow what. A returned slip is an officer's task; its correction comes with the replacing slip (M14). */
export const landSteps: Readonly<Record<LandDossierStatus, readonly LandDossierStatus[]>> = {
  received: ['checked', 'rejected'],
  checked: ['slip-drafted'],
  'slip-drafted': ['slip-sent'],
  'slip-sent': ['slip-received', 'slip-returned'],
  'slip-received': ['notices-received', 'slip-returned'],
  'slip-returned': [],
  'notices-received': ['notices-received', 'obligation-fulfilled'],
  'obligation-fulfilled': ['certificate-drafted'],
  'certificate-drafted': ['concluded'],
  concluded: ['handed-over'],
  'handed-over': [],
  rejected: [],
};

export interface LandChange {
  readonly status: LandDossierStatus;
  readonly at: string;
  readonly by: string;
  readonly messageId?: string;
}

/** The slip as drafted: all of it but the leader's signature. */
export type SlipDraft = Omit<TransferSlipSentV1, 'signature'>;

export interface DraftedCertificate {
  readonly form: 'noted' | 'new';
  readonly serial: string;
}

export interface LandDossier {
  readonly dossierCode: string;
  readonly office: string;
  readonly status: LandDossierStatus;
  readonly receiptNumber: string;
  readonly receivedAt: Date;
  /** The one-stop desk that forwarded the dossier; every answer goes back to it. */
  readonly intakeOffice: string;
  readonly taxOffice?: string;
  readonly content: DossierForwardedV1;
  readonly checkedBy?: string;
  readonly slip?: SlipDraft;
  readonly slipSignedBy?: string;
  readonly slipFaults: readonly SlipFault[];
  /** By notice number (F29): a second notice never replaces the first. */
  readonly notices: Readonly<Record<string, PaymentNotice>>;
  readonly fulfilledOn?: string;
  readonly draftedCertificate?: DraftedCertificate;
  readonly certificate?: IssuedCertificate;
  readonly reason?: string;
  readonly documentNumber?: string;
  readonly history: readonly LandChange[];
  /** The message that brought the work that waits now; messages sent from a manual step name it as their cause. */
  readonly workMessageId: string;
  readonly since: Date;
}
