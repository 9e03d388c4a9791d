import type { LocalDate } from '@lienthong/kernel';

/** A person or organisation on the slip (II). What is not known is absent. */
export interface SlipPerson {
  readonly name: string;
  readonly kind?: string;
  /** Personal identification number or tax code (MST). */
  readonly number?: string;
  readonly taxCode?: string;
  readonly birthDate?: LocalDate;
  readonly idPaper?: {
    readonly kind: string;
    readonly number: string;
    readonly issuedOn?: LocalDate;
    readonly issuedBy?: string;
  };
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly share?: string;
  readonly representative?: string;
}

export interface SlipPriceRow {
  readonly pricePerSquareMetreDong: string;
  readonly adjustmentCoefficient?: string;
  readonly decision: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A parcel (III). */
export interface SlipLand {
  readonly mapSheet: string;
  readonly parcelNumber: string;
  readonly address?: string;
  readonly communeName?: string;
  readonly provinceName?: string;
  /** Location class: street, section, position. */
  readonly position?: string;
  readonly areaSquareMetres: string;
  readonly privateSquareMetres?: string;
  readonly sharedSquareMetres?: string;
  readonly origin?: string;
  readonly purpose: string;
  readonly term?: string;
  readonly usedSince?: LocalDate;
  readonly prices: readonly SlipPriceRow[];
  readonly infrastructureCostPerSquareMetreDong?: string;
}

/** A house or other asset (IV). */
export interface SlipHouse {
  readonly kind: string;
  readonly grade?: string;
  readonly floors?: string;
  readonly builtSquareMetres?: string;
  readonly floorSquareMetres?: string;
  readonly finishedYear?: string;
  readonly qualityPercent?: string;
  readonly share?: string;
  readonly origin?: string;
  readonly unitPriceDong?: string;
}

export interface SlipExemption {
  readonly revenue: string;
  readonly person?: string;
  readonly ground: string;
  readonly areaSquareMetres?: string;
  readonly rate?: string;
  readonly since?: LocalDate;
}

export interface SlipDeduction {
  readonly kind: string;
  readonly amountDong: string;
  readonly document: string;
}

/** The transfer slip (phiếu chuyển thông tin) for print: L §2.1.1, parts I to VI. */
export interface TransferSlipSheet {
  /** Absent in a draft that has none yet. */
  readonly number?: string;
  /** Day of signing; of a draft the day on which it was made, which is not printed. */
  readonly date: LocalDate;
  readonly isSigned: boolean;
  readonly place?: string;
  readonly sender: { readonly name: string; readonly superior?: string; readonly code?: string };
  readonly taxOffice: { readonly name: string; readonly code: string };
  readonly submission: number;
  /** Number of the slip that this one replaces, supplements or withdraws. */
  readonly replaces?: string;
  readonly submissionKind: string;
  readonly dossier: {
    readonly code: string;
    readonly procedure: string;
    readonly changeKind: string;
    readonly receivedAt: string;
    readonly completeAt: string;
    readonly legalBasis?: string;
  };
  /** Each side by its heading: land user, transferor, receiver. */
  readonly sides: readonly { readonly heading: string; readonly persons: readonly SlipPerson[] }[];
  readonly land: readonly SlipLand[];
  readonly houses: readonly SlipHouse[];
  readonly certificate?: { readonly serial: string; readonly registerNumber?: string; readonly issuedOn?: LocalDate; readonly issuedBy?: string }; // prettier-ignore
  readonly contract?: { readonly number: string; readonly effectiveDate: LocalDate; readonly totalDong: string; readonly landDong?: string; readonly houseDong?: string; readonly buyerPaysSellersTax: boolean }; // prettier-ignore
  readonly revenues: readonly string[];
  readonly exemptions: readonly SlipExemption[];
  readonly deferrals: readonly { readonly kind: string; readonly person?: string; readonly ground: string }[];
  readonly deductions: readonly SlipDeduction[];
  readonly attachments: readonly { readonly name: string; readonly sha256?: string }[];
  readonly signer?: { readonly name: string; readonly signedAt: string };
}
