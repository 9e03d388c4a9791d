import type { Verdict } from '../land/expectation';
import type { InfrastructureNote } from '../stack-access';
import type { Coordinates } from './kafka-coordinates';

export interface Payment {
  readonly kind: 'personal-income-tax' | 'registration-fee' | 'late-interest';
  readonly payer: 'seller' | 'buyer';
  readonly payerNumber: string;
  readonly payerName: string;
  readonly share: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly notice: string;
  readonly dueDate: string;
  readonly payableItemId: string;
  readonly paidOn?: string;
  readonly state: string;
}

/** What a person need not pay, and why. */
export interface Exempted {
  readonly kind: 'personal-income-tax' | 'registration-fee';
  readonly payer: Payment['payer'];
  readonly payerName: string;
  readonly amountDong: string;
  readonly reasons: readonly string[];
}

/** Money that came and was not owed (M45). */
export interface Overpaid {
  readonly payerNumber: string;
  readonly amountDong: string;
  readonly cause: string;
}

/** By which law the tax office went, and on which forms; what was not read in a text is marked. */
export interface AppliedLaw {
  readonly regime: string;
  readonly unverified?: true;
  readonly clockStartedOn: string;
  readonly noticesBy: string;
  readonly forms: readonly AppliedForm[];
}

export interface AppliedForm {
  readonly paper: 'slip' | 'notice';
  readonly form: string;
  readonly unverified?: true;
}

export interface TimelineRow {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly recipient: string;
  readonly sentAt: string;
  readonly acceptedAt: string;
  readonly deliveredAt?: string;
  readonly handledAt?: string;
  readonly out?: Coordinates;
  readonly in?: Coordinates;
  readonly logId: string;
}

export interface DossierReport {
  readonly code: string;
  readonly procedure: string;
  readonly states: readonly number[];
  readonly state: number | null;
  readonly stateName: string;
  readonly elapsedMs: number;
  readonly failure?: string;
  readonly law?: AppliedLaw;
  readonly payments: readonly Payment[];
  /** Absent where nobody is exempt. */
  readonly exemptions?: readonly Exempted[];
  readonly overpaid?: readonly Overpaid[];
  readonly certificate: {
    readonly serial: string;
    readonly registerNumber: string;
    readonly form: 'noted' | 'new';
  } | null;
  readonly timeline: readonly TimelineRow[];
}

/** The document of `--json`, version 1. */
export interface DemoDocument {
  readonly version: 1;
  readonly infrastructure: InfrastructureNote;
  readonly dossiers: readonly DossierReport[];
  readonly totals: {
    readonly dossiers: number;
    readonly completed: number;
    readonly failed: number;
    readonly messages: number;
    readonly parked: number;
  };
  /** Whether all came out as the scenario foresees; absent for a file of one's own. */
  readonly verdict?: Verdict;
  /** From the start of the command until the last dossier ended. */
  readonly elapsedMs: number;
}
