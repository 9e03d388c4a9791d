import { type DongText, dongText } from '@lienthong/kernel';
import type { Certificate } from './certificate.part';
import type { Collection } from './collection.part';
import type { Contract } from './contract.part';
import type { LandParcel } from './land-parcel.part';
import type { Party } from './party.part';
import type { PriceRow } from './price-row.part';

/**
 * The dossier that every message example tells of: worked example W2 with the invented persons of Appendix A, played on
 * Monday 3 August 2026. The contract of 500,000,000 đồng lies below the table value of 800,000,000, so the base is the table's.
 */
export const exampleDossierCode = 'H19.91.01-260803-0001';
export const exampleReceivedAt = '2026-08-03T09:10:00+07:00';
export const exampleReceiptNumber = 'BH-260803-0001';
export const exampleSlipId = '019fc562-94c0-7000-8000-000000000001';
export const exampleSlipNumber = '00123/PCTT-CNBH';

export const exampleSeller: Party = {
  name: 'Nguyễn Thị Mẫu',
  personalIdentificationNumber: '075190000001',
  birthDate: '1990-04-12',
  sex: 'female',
  share: '1/1',
  phone: '0912000001',
};

export const exampleBuyer: Party = {
  name: 'Trần Văn Thử',
  personalIdentificationNumber: '075088000002',
  birthDate: '1988-09-30',
  sex: 'male',
  share: '1/1',
  phone: '0912000002',
};

export const exampleParcel: LandParcel = {
  communeCode: '26041',
  mapSheet: '45',
  parcelNumber: '312',
  areaSquareMetres: '100',
  purpose: 'ODT',
  position: '45-312',
};

export const examplePriceRow: PriceRow = {
  from: '2026-01-01',
  to: '2026-12-31',
  pricePerSquareMetreDong: dongText(8_000_000n),
  adjustmentCoefficient: '1',
  decision: 'Quyết định giá đất thử nghiệm 01/2026',
};

export const exampleContract: Contract = {
  number: '001/2026/CCGD',
  effectiveDate: '2026-08-01',
  totalDong: dongText(500_000_000n),
  buyerPaysSellersTax: false,
};

export const exampleCertificate: Certificate = {
  serial: 'AA 00000000',
  registerNumber: 'CS 00312',
  issuedOn: '2019-04-01',
};

/** What W2 yields: the seller's income tax and the buyer's registration fee, both due on Thursday 3 September 2026. */
export const exampleIncomeTax = {
  payableItemId: '04057999999900001',
  noticeNumber: 'TB2600044-TK0000011/TB-TCS',
  amountDong: dongText(16_000_000n),
  budgetSubItem: '1006',
  budgetChapter: '857',
  reference: '99992026000000000101',
};
export const exampleRegistrationFee = {
  payableItemId: '04057999999900002',
  noticeNumber: 'TB2600044-TK0000012/TB-TCS',
  amountDong: dongText(4_000_000n),
  budgetSubItem: '2801',
  budgetChapter: '857',
  reference: '99992026000000000201',
};
export const exampleBaseDong: DongText = dongText(800_000_000n);
export const exampleIssuedOn = '2026-08-03';
export const exampleDueDate = '2026-09-03';

export const exampleCollection: Collection = {
  account: '7111',
  treasuryCode: '9901',
  taxOfficeCode: '9000017',
  areaCode: '26041',
};
