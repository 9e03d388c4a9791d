import type { BirthRecord, Change, HealthCardRequest, Paper } from '@lienthong/contracts';

export type CardRequestState = 'received' | 'supplement-wanted' | 'issued' | 'refused' | 'stopped';

/** What may follow what. */
export const cardRequestSteps: Readonly<Record<CardRequestState, readonly CardRequestState[]>> = {
  received: ['issued', 'supplement-wanted', 'refused', 'stopped'],
  'supplement-wanted': ['received', 'refused', 'stopped'],
  issued: [],
  refused: [],
  stopped: [],
};

/** What is missing, and the last day to bring it. */
export interface Supplement {
  readonly documentNumber: string;
  readonly until: string;
  readonly items: readonly string[];
  readonly reason: string;
}

export interface Refusal {
  readonly documentNumber: string;
  readonly reason: string;
}

/** A request for the card of a child under six (TK1-TS) as one branch of a birth chain. */
export interface CardRequest {
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly office: string;
  /** The office of civil-status that asked; every answer goes back to it. */
  readonly askedBy: string;
  readonly state: CardRequestState;
  readonly dueAt: Date;
  readonly receivedAt: Date;
  readonly since: Date;
  readonly birth: BirthRecord;
  readonly request: HealthCardRequest;
  /** Once an officer has accepted the request. */
  readonly receiptNumber?: string;
  readonly supplement?: Supplement;
  readonly supplementUntil?: string;
  readonly papers: readonly Paper[];
  readonly cardNumber?: string;
  readonly refusal?: Refusal;
  readonly workMessageId: string;
  readonly history: readonly Change[];
}
