import type { LocalDate } from '@lienthong/kernel';

/** Whether a notice is the first, amends an earlier one (M22) or withdraws it (M23); the later ones name what they replace. */
export type NoticeIssue =
  | { readonly kind: 'first' }
  | { readonly kind: 'amended'; readonly replaces: string; readonly document: string }
  | {
      readonly kind: 'withdrawn';
      readonly withdraws: string;
      readonly document: string;
      readonly on?: LocalDate;
      readonly reason?: string;
    };

/** A person as the form names one: MST or personal identification number. */
export interface FormPerson {
  readonly number: string;
  readonly name: string;
  readonly phone?: string;
}

export interface FormParcel {
  readonly mapSheet: string;
  readonly parcelNumber: string;
  readonly communeName: string;
  /** The form of the fee still prints a district; there is none since 01/07/2025. */
  readonly districtName: '';
}

/** II.2.1: a row of land with what multiplies to its value. */
export interface FormLandRow {
  readonly purpose: string;
  readonly position: string;
  readonly areaSquareMetres: string;
  readonly pricePerSquareMetreDong: string;
  /** Hệ số điều chỉnh, on the form of income tax only. */
  readonly adjustmentCoefficient?: string;
  readonly valueDong: string;
}

/** III.1 of income tax, part 3 of the fee: stated price beside table value, and what is taken. */
export interface FormComparison {
  /** Absent where there is no contract. */
  readonly statedDong?: string;
  readonly tableDong: string;
  readonly baseDong: string;
}

/** III.3: one person's share of what arises, of what is exempt, and why. */
export interface FormPersonRow extends FormPerson {
  readonly share: string;
  readonly arisingDong: string;
  readonly exemptDong: string;
  readonly payableDong: string;
  readonly reasons: readonly string[];
}

/** IV: what is paid by whom under which budget line. */
export interface FormPaymentRow extends FormPerson {
  readonly payableItemId: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  /** Of an instalment. */
  readonly dueDate?: LocalDate;
}

/** 03/TB-BĐS-TNCN and 01/TB-LPTB of TT 89/2026, as data: what is printed, nothing computed by whoever prints. */
export interface NoticeForm {
  readonly form: string;
  readonly number: string;
  readonly issue: NoticeIssue;
  readonly issuedOn: LocalDate;
  readonly taxOffice: { readonly code: string; readonly name: string };
  readonly basis: {
    readonly dossierCode: string;
    readonly slipNumber: string;
    readonly slipDate: LocalDate;
    readonly senderOfficeCode: string;
  };
  readonly payers: readonly FormPerson[];
  readonly assetKind: 'land';
  readonly parcels: readonly FormParcel[];
  readonly land: readonly FormLandRow[];
  readonly landTotalDong: string;
  readonly comparison: FormComparison;
  /** Loại thu nhập, on the form of income tax only. */
  readonly incomeKind?: 'transfer' | 'inheritance-or-gift';
  /** On the form of the land-use fee: from the difference of values to what is paid. */
  readonly landUseFee?: {
    readonly collectionRate: string;
    readonly feeDong: string;
    readonly deductionDong: string;
    readonly payableDong: string;
  };
  readonly persons: readonly FormPersonRow[];
  readonly totals: { readonly arisingDong: string; readonly exemptDong: string; readonly payableDong: string };
  readonly dueDate: LocalDate;
  readonly payments: readonly FormPaymentRow[];
  readonly collection: {
    readonly account: string;
    readonly treasuryCode: string;
    readonly treasuryName: string;
    readonly areaCode: string;
    readonly areaName: string;
  };
  readonly lateInterestPerDay: string;
  /** Who gets a copy: the body that received the dossier. */
  readonly copyTo: string;
}
