import type { LocalDate } from '@lienthong/kernel';

/** A line of the voucher: the debt that it pays and its budget line. */
export interface MoneyLine {
  readonly payableItemId?: string;
  /** Number of the declaration, decision or notice. */
  readonly document?: string;
  /** Tax period, or day of the decision. */
  readonly period?: string;
  readonly content?: string;
  readonly amountDong: string;
  readonly budgetChapter: string;
  readonly budgetSubItem: string;
  readonly areaCode?: string;
  readonly taxOfficeCode?: string;
}

export interface MoneyPerson {
  readonly name?: string;
  readonly number?: string;
  readonly address?: string;
}

/** C1-02/NS for print: L §2.4.1. */
export interface PaymentVoucherSheet {
  readonly number?: string;
  /** Số tham chiếu. */
  readonly reference: string;
  readonly madeBy: { readonly name: string; readonly superior?: string };
  readonly date: LocalDate;
  readonly debitedAt?: string;
  readonly manner: 'transfer' | 'cash';
  readonly payer: MoneyPerson;
  readonly onBehalfOf?: MoneyPerson;
  readonly debitAccount?: { readonly number: string; readonly bank?: string };
  readonly revenueKind: 'budget' | 'temporary' | 'vat-refund';
  readonly revenueAccount: string;
  readonly treasury: { readonly name: string; readonly code: string; readonly province?: string };
  readonly collectingBank?: string;
  readonly conclusionOf?: string;
  readonly taxOffice: { readonly name: string; readonly code: string };
  readonly areaCode?: string;
  readonly lines: readonly MoneyLine[];
  readonly totalDong: string;
  /** What the treasury writes. */
  readonly booking?: { readonly sourceCode?: string; readonly debitAccount?: string; readonly creditAccount?: string };
  readonly clerk?: string;
}

/** The treasury's confirmation of revenue (XacNhanThuNSNN): L §2.5. */
export interface RevenueConfirmationSheet {
  readonly id: string;
  readonly entryNumber: string;
  readonly reference: string;
  readonly state: 'booked' | 'in-suspense' | 'adjusted' | 'cancelled';
  /** The confirmation that this one adjusts. */
  readonly adjusts?: string;
  readonly treasury: { readonly name: string; readonly code: string; readonly superior?: string };
  readonly place?: string;
  readonly dossierCode?: string;
  readonly payer: MoneyPerson;
  readonly onBehalfOf?: MoneyPerson;
  readonly lines: readonly MoneyLine[];
  readonly totalDong: string;
  readonly debitDate: LocalDate;
  readonly bookedOn: LocalDate;
  readonly account: string;
  readonly bankName?: string;
  readonly bookedBy?: string;
}
