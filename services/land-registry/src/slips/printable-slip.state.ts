import type { LocalDate } from '@lienthong/kernel';

/** A person of a slip as any version of the message tells of one. */
export interface PrintablePerson {
  readonly kind?: string;
  readonly name: string;
  readonly personalIdentificationNumber?: string;
  readonly taxCode?: string;
  readonly identityDocument?: { readonly kind: string; readonly number: string; readonly issuedOn: LocalDate; readonly issuedBy?: string }; // prettier-ignore
  readonly birthDate?: LocalDate;
  readonly address?: { readonly text: string; readonly communeCode?: string };
  readonly phone?: string;
  readonly email?: string;
  readonly share: string;
  readonly representative?: { readonly name: string };
}

interface PrintablePrice {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly pricePerSquareMetreDong: string;
}

export interface PrintableLand {
  readonly communeCode: string;
  readonly mapSheet: string;
  readonly parcelNumber: string;
  readonly areaSquareMetres: string;
  readonly purpose: string;
  readonly position: string;
  readonly priceRows: readonly (PrintablePrice & {
    readonly adjustmentCoefficient: string;
    readonly decision: string;
  })[];
  readonly address?: string;
  readonly street?: string;
  readonly section?: string;
  readonly positionClass?: string;
  readonly privateAreaSquareMetres?: string;
  readonly sharedAreaSquareMetres?: string;
  readonly purposes?: readonly {
    readonly purpose: string;
    readonly areaSquareMetres: string;
    readonly until?: LocalDate;
    readonly origin?: string;
  }[];
  readonly formerUse?: { readonly purpose: string };
  readonly longTerm?: boolean;
  readonly until?: LocalDate;
  readonly origin?: string;
}

export interface PrintableBuilding {
  readonly kind: string;
  readonly grade?: string;
  readonly floors?: number;
  readonly builtAreaSquareMetres?: string;
  readonly floorAreaSquareMetres: string;
  readonly completedYear?: number;
  readonly qualityPercent: number;
  readonly priceRows: readonly PrintablePrice[];
}

/** What a slip of any version of the message has to print; later versions only say more. */
export interface PrintableSlip {
  readonly slipNumber: string;
  readonly submission: number;
  readonly submissionKind: string;
  readonly replacesSlipId?: string;
  readonly senderOfficeCode: string;
  readonly taxOfficeCode: string;
  readonly dossierCode: string;
  readonly procedure: string;
  readonly procedureName?: string;
  readonly receivedAt: string;
  readonly completeAt: string;
  readonly changeKind: string;
  readonly sellers: readonly PrintablePerson[];
  readonly buyers: readonly PrintablePerson[];
  readonly parcels: readonly PrintableLand[];
  readonly buildings?: readonly PrintableBuilding[];
  readonly certificate: { readonly serial: string; readonly registerNumber?: string; readonly issuedOn: LocalDate; readonly issuedBy?: string }; // prettier-ignore
  readonly contract?: { readonly number: string; readonly effectiveDate: LocalDate; readonly totalDong: string; readonly landDong?: string; readonly buildingDong?: string; readonly buyerPaysSellersTax: boolean }; // prettier-ignore
  readonly claims?: readonly { readonly revenue: string; readonly ground: string; readonly person: string; readonly basis?: string; readonly areaSquareMetres?: string; readonly reductionPercent?: number; readonly heldSince?: LocalDate }[]; // prettier-ignore
  readonly revenues: readonly string[];
  readonly deferrals?: readonly { readonly revenue: string; readonly person: string; readonly basis: string }[];
  readonly deductions?: readonly { readonly kind: string; readonly amountDong: string; readonly document: string }[];
  readonly attachments?: readonly { readonly name: string; readonly sha256: string }[];
}
