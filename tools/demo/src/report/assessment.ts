/** What the tax office tells about a dossier's assessment. */
export interface Assessment {
  readonly dossierCode: string;
  readonly state: string;
  readonly notices: readonly AssessedNotice[];
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

export interface AssessedNotice {
  readonly number: string;
  readonly form: string;
  readonly kind: 'personal-income-tax' | 'registration-fee';
  readonly issuedOn: string;
  readonly dueDate: string;
  readonly rows: readonly AssessedRow[];
}

export interface AssessedRow {
  readonly payableItemId: string;
  readonly payer: 'seller' | 'buyer';
  readonly payerNumber: string;
  readonly payerName: string;
  readonly share: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly state: 'unpaid' | 'paid' | 'booked';
  readonly paidOn?: string;
  readonly reference?: string;
}
