import type { RegimeId } from '@lienthong/contracts';

/** What the tax office tells about a dossier's assessment. */
export interface Assessment {
  readonly dossierCode: string;
  readonly state: string;
  readonly slipId: string;
  /** The regime that the dossier keeps, marked when none of its numbers was read in a text. */
  readonly regime?: RegimeId;
  readonly unverified?: true;
  readonly clockStartedOn?: string;
  /** Last day for the notices, by the clock of the slip that counts. */
  readonly noticeLimitOn?: string;
  /** All that were issued: those that stand, and those that were replaced or withdrawn. */
  readonly notices: readonly AssessedNotice[];
  readonly lateInterest: readonly AssessedRow[];
  readonly revenues?: readonly AssessedRevenue[];
}

/** A kind of revenue as it was computed, exempt persons too. */
export interface AssessedRevenue {
  readonly kind: 'personal-income-tax' | 'registration-fee';
  readonly rows: readonly {
    readonly payer: 'seller' | 'buyer';
    readonly payerName: string;
    readonly exemptDong: string;
    readonly reasons: readonly string[];
  }[];
}

export type AssessedKind = 'personal-income-tax' | 'registration-fee';

export interface AssessedNotice {
  readonly number: string;
  readonly form: string;
  readonly kind: AssessedKind;
  readonly issuedOn: string;
  readonly dueDate: string;
  readonly amends?: { readonly replaces: string; readonly change: string; readonly differenceDong: string };
  readonly supersededBy?: string;
  readonly withdrawal?: object;
  readonly rows: readonly AssessedRow[];
}

export interface AssessedRow {
  readonly payableItemId: string;
  readonly payer: 'seller' | 'buyer';
  readonly payerNumber: string;
  readonly payerName: string;
  readonly share: string;
  readonly amountDong: string;
  readonly paidDong: string;
  readonly dueDate: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly state: 'unpaid' | 'part-paid' | 'paid' | 'booked' | 'deferred' | 'closed';
  readonly paidOn?: string;
  readonly reference?: string;
}

/** Of the notices that were not replaced: what is owed, was paid, or was closed with the notice. */
export function lastNotices({ notices }: Pick<Assessment, 'notices'>): readonly AssessedNotice[] {
  return notices.filter(({ supersededBy }) => supersededBy === undefined);
}

/** What a dossier's people have to pay, in the order of the notices. */
export function standingRows(assessment: Pick<Assessment, 'notices'>): readonly AssessedRow[] {
  return lastNotices(assessment).flatMap(({ rows }) => rows);
}
