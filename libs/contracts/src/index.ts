export { CreditAdviceV1 } from './collecting-bank/credit-advice.message';
export { PaymentInformationV1 } from './collecting-bank/payment-information.message';
export { grants } from './grants.data';
export type { GrantRow } from './grants.data';
export { DossierForwardedV1 } from './intake/dossier-forwarded.message';
export { ResultHandedOverV1 } from './intake/result-handed-over.message';
export { DossierReceivedV1 } from './land-registry/dossier-received.message';
export { ProcessingConcludedV1 } from './land-registry/processing-concluded.message';
export { ProgressChangedV1 } from './land-registry/progress-changed.message';
export { slipBytes, type TransferSlipContent } from './land-registry/slip-bytes';
export { TaxResultsAvailableV1 } from './land-registry/tax-results-available.message';
export { TransferSlipSentV1 } from './land-registry/transfer-slip-sent.message';
export { members } from './members.data';
export type { Member } from './members.data';
export { messages } from './messages';
export { Certificate } from './parts/certificate.part';
export { Collection } from './parts/collection.part';
export { Contract } from './parts/contract.part';
export { CreditedLine } from './parts/credited-line.part';
export { IssuedCertificate } from './parts/issued-certificate.part';
export { LandParcel } from './parts/land-parcel.part';
export { NoticeRow } from './parts/notice-row.part';
export { Party } from './parts/party.part';
export { PaymentNotice } from './parts/payment-notice.part';
export { PriceRow } from './parts/price-row.part';
export { SettledItem } from './parts/settled-item.part';
export { SlipFault } from './parts/slip-fault.part';
export { SlipParcel } from './parts/slip-parcel.part';
export { SlipSignature } from './parts/slip-signature.part';
export { Submitter } from './parts/submitter.part';
export { TaxResult } from './parts/tax-result.part';
export { VoucherLine } from './parts/voucher-line.part';
export { VoucherPayer } from './parts/voucher-payer.part';
export { ObligationFulfilledV1 } from './tax/obligation-fulfilled.message';
export { PayableItemPublishedV1 } from './tax/payable-items-published.message';
export { PaymentNoticesIssuedV1 } from './tax/payment-notices-issued.message';
export { TransferSlipReceivedV1 } from './tax/transfer-slip-received.message';
export { TransferSlipReturnedV1 } from './tax/transfer-slip-returned.message';
export { communeMergers, communes } from './topology/communes.data';
export type { Commune, CommuneMerger, DatedCode, FormerName, Jurisdiction, Office } from './topology/office';
export { jurisdictions, offices } from './topology/offices.data';
export {
  communeNow,
  communeOn,
  officeById,
  officeByTaxOfficeCode,
  officeByTreasuryCode,
  officeFor,
  officeNameOn,
  officeNow,
  unitCodeOn,
} from './topology/topology';
export { RevenueBookedCopyV1 } from './treasury/revenue-booked-copy.message';
export { RevenueBookedV1 } from './treasury/revenue-booked.message';
