import type { LocalDate } from '@lienthong/kernel';

/** First notice, or one that amends or withdraws an earlier one by a document. */
export type NoticeIssueSheet =
  | { readonly kind: 'first' }
  | { readonly kind: 'amended'; readonly replaces: string; readonly document: string }
  | { readonly kind: 'withdrawn'; readonly withdraws: string; readonly document: string };

/** A payer (part I): MST or personal identification number. */
export interface NoticePerson {
  readonly number: string;
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Where the land lies (II.1). */
export interface NoticeParcel {
  readonly mapSheet: string;
  readonly parcelNumber: string;
  /** House number, building, lane, street. */
  readonly street?: string;
  readonly communeName: string;
  /** The form of the fee still prints a district; there is none since 01/07/2025. */
  readonly districtName?: string;
  readonly provinceName?: string;
}

/** II.2.1: a row of land with what multiplies to its value. */
export interface NoticeLandRow {
  readonly purpose: string;
  readonly position: string;
  readonly areaSquareMetres: string;
  readonly pricePerSquareMetreDong: string;
  readonly adjustmentCoefficient?: string;
  readonly allocationCoefficient?: string;
  readonly contributionRatio?: string;
  readonly valueDong: string;
}

/** II.2.2: a house with what multiplies to its value. */
export interface NoticeHouseRow {
  readonly kind: string;
  readonly grade?: string;
  readonly floorSquareMetres: string;
  readonly pricePerSquareMetreDong: string;
  readonly qualityPercent: string;
  readonly contributionRatio?: string;
  readonly valueDong: string;
}

/** II.2.2: other constructions, area × price. */
export interface NoticeConstructionRow {
  readonly name: string;
  readonly areaSquareMetres: string;
  readonly pricePerSquareMetreDong: string;
  readonly valueDong: string;
}

/** III.1: stated price beside the value of the table, and what is taken, of one kind of asset. */
export interface NoticeComparisonRow {
  readonly asset: string;
  readonly statedDong?: string;
  readonly tableDong: string;
  readonly baseDong: string;
}

/** III.3: one person's share of what arises, of what is exempt, and why. */
export interface NoticePersonRow extends NoticePerson {
  readonly share: string;
  readonly taxableDong?: string;
  readonly arisingDong: string;
  readonly exemptIncomeDong?: string;
  readonly exemptDong: string;
  readonly payableDong: string;
  readonly reasons: readonly string[];
}

/** IV: what is paid by whom under which budget line; of instalments each with its own day. */
export interface NoticePaymentRow extends NoticePerson {
  readonly content?: string;
  readonly payableItemId: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly dueDate?: LocalDate;
}

export interface NoticeCollection {
  readonly account: string;
  readonly treasuryCode: string;
  readonly treasuryName: string;
  readonly bankName?: string;
  readonly areaCode: string;
  readonly areaName: string;
}

/** Part 5 of the fee of land use: from value to fee. */
export interface LandUseFeeComputation {
  readonly feeDong: string;
  readonly collectionRate?: string;
  readonly infrastructureDong?: string;
  readonly reductionDong?: string;
  readonly deductionDong?: string;
  readonly payableDong: string;
}

/** A payment notice for print: 03/TB-BĐS-TNCN and 01/TB-LPTB of L §2.2.1 and §2.2.2, and the notice of land-use fee. */
export interface NoticeSheet {
  readonly form: string;
  readonly number: string;
  readonly issue: NoticeIssueSheet;
  readonly issuedOn: LocalDate;
  readonly place?: string;
  readonly taxOffice: { readonly code: string; readonly name: string; readonly superior?: string };
  readonly basis: {
    readonly dossierCode: string;
    readonly slipNumber?: string;
    readonly slipDate?: LocalDate;
    readonly senderName?: string;
    readonly taxReturn?: string;
    readonly databases?: string;
  };
  readonly payers: readonly NoticePerson[];
  /** Đại lý thuế, on the form of the fee. */
  readonly taxAgent?: NoticePerson;
  readonly assetKind: string;
  readonly parcels: readonly NoticeParcel[];
  readonly land: readonly NoticeLandRow[];
  readonly landTotalDong: string;
  readonly houses?: readonly NoticeHouseRow[];
  readonly housesTotalDong?: string;
  readonly constructions?: readonly NoticeConstructionRow[];
  readonly otherAssetsDong?: string;
  readonly tableTotalDong?: string;
  readonly comparison: { readonly statedDong?: string; readonly tableDong: string; readonly baseDong: string };
  readonly components?: readonly NoticeComparisonRow[];
  /** Giá trị ấn định (III.2). */
  readonly fixedByTaxOfficeDong?: string;
  readonly incomeKind?: 'transfer' | 'inheritance-or-gift';
  readonly landUseFee?: LandUseFeeComputation;
  readonly persons: readonly NoticePersonRow[];
  readonly totals: { readonly arisingDong: string; readonly exemptDong: string; readonly payableDong: string };
  readonly dueDate: LocalDate;
  /** The persons may defer: no day is printed as their limit. */
  readonly isDeferred?: boolean;
  readonly payments: readonly NoticePaymentRow[];
  readonly collection: NoticeCollection;
  readonly lateInterestPerDay: string;
  readonly copyTo: string;
  readonly signer?: string;
}

/** The withdrawal of a notice: it names the notice, and why it is taken back. */
export interface NoticeWithdrawalSheet {
  readonly number?: string;
  readonly issuedOn: LocalDate;
  readonly place?: string;
  readonly taxOffice: { readonly name: string; readonly superior?: string };
  readonly dossierCode: string;
  readonly withdraws: { readonly number: string; readonly form?: string; readonly issuedOn?: LocalDate };
  readonly document: string;
  readonly reason?: string;
  readonly payers: readonly NoticePerson[];
  readonly copyTo: string;
  readonly signer?: string;
}
