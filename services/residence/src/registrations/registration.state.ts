import type { BirthRecord, Change, Paper, ResidenceRequest } from '@lienthong/contracts';

export type RegistrationState = 'received' | 'supplement-wanted' | 'registered' | 'refused' | 'stopped';

/** What may follow what. */
export const registrationSteps: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  received: ['registered', 'supplement-wanted', 'refused', 'stopped'],
  'supplement-wanted': ['received', 'refused', 'stopped'],
  registered: [],
  refused: [],
  stopped: [],
};

/** CT05: what is missing, and the last day to bring it. */
export interface Supplement {
  readonly documentNumber: string;
  readonly until: string;
  readonly items: readonly string[];
  readonly reason: string;
}

/** CT06. */
export interface Refusal {
  readonly documentNumber: string;
  readonly reason: string;
}

/** A request for permanent residence of a child (CT01) as one branch of a birth chain. */
export interface Registration {
  /** Of the chain: one request for each. */
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly office: string;
  /** The office of civil-status that asked; every answer goes back to it. */
  readonly askedBy: string;
  readonly state: RegistrationState;
  readonly dueAt: Date;
  readonly receivedAt: Date;
  readonly since: Date;
  readonly birth: BirthRecord;
  readonly request: ResidenceRequest;
  /** The chain whose residence branch was refused before (O §4.5). */
  readonly previousDossierCode?: string;
  /** CT04, once an officer has accepted the request. */
  readonly receiptNumber?: string;
  readonly supplement?: Supplement;
  /** The supplement's last day while it is waited for. */
  readonly supplementUntil?: string;
  readonly papers: readonly Paper[];
  readonly noticeNumber?: string;
  readonly refusal?: Refusal;
  readonly workMessageId: string;
  readonly history: readonly Change[];
}
