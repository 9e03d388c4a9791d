export { CreditAdviceV1 } from './collecting-bank/credit-advice.message';
export { DebtAskedV1 } from './collecting-bank/debt-asked.message';
export { DebtAskedV2 } from './collecting-bank/debt-asked-v2.message';
export { PaymentInformationV1 } from './collecting-bank/payment-information.message';
export { PaymentInformationV2 } from './collecting-bank/payment-information-v2.message';
export { grants } from './grants.data';
export type { GrantRow } from './grants.data';
export { DossierForwardedV1 } from './intake/dossier-forwarded.message';
export { ResultQuestionedV1 } from './intake/result-questioned.message';
export { WantedPapersSuppliedV1 } from './intake/wanted-papers-supplied.message';
export { WithdrawalRequestedV1 } from './intake/withdrawal-requested.message';
export { DossierStatusAskedV1 } from './intake/dossier-status-asked.message';
export { DossierStatusToldV1 } from './intake/dossier-status-told.message';
export { LandRequestForwardedV1 } from './intake/land-request-forwarded.message';
export { ResultHandedOverV1 } from './intake/result-handed-over.message';
export { DossierReceivedV1 } from './land-registry/dossier-received.message';
export { LandDossierLodgedV1 } from './land-registry/land-dossier-lodged.message';
export { PapersWantedV1 } from './land-registry/papers-wanted.message';
export { RefilingWantedV1 } from './land-registry/refiling-wanted.message';
export { ReturnedSlipToldV1 } from './land-registry/returned-slip-told.message';
export { TaxStateAskedV1 } from './land-registry/tax-state-asked.message';
export { WantedPapersReceivedV1 } from './land-registry/wanted-papers-received.message';
export { WithdrawalRefusedV1 } from './land-registry/withdrawal-refused.message';
export { ProcessingConcludedV1 } from './land-registry/processing-concluded.message';
export { OVERDUE_FINDINGS, type OverdueFinding, OverdueReviewedV1 } from './land-registry/overdue-reviewed.message';
export { ProcessingExtendedV1 } from './land-registry/processing-extended.message';
export { ProcessingConcludedV2 } from './land-registry/processing-concluded-v2.message';
export { ProgressChangedV1 } from './land-registry/progress-changed.message';
export { ScansProvidedV1 } from './land-registry/scans-provided.message';
export { slipBytes, type TransferSlipContent } from './land-registry/slip-bytes';
export { TaxResultsAvailableV1 } from './land-registry/tax-results-available.message';
export { TaxResultsAvailableV2 } from './land-registry/tax-results-available-v2.message';
export { TransferSlipSentV1 } from './land-registry/transfer-slip-sent.message';
export { TransferSlipSentV2 } from './land-registry/transfer-slip-sent-v2.message';
export { TransferSlipWithdrawnV1 } from './land-registry/transfer-slip-withdrawn.message';
export {
  findTimer,
  getTimer,
  isUnverified,
  legalRegimeOn,
  rowsOfTimer,
  taxClockRule,
  timerEndsOn,
} from './law/legal-timers.rules';
export { legalTimers } from './law/legal-timers.data';
export type { LegalTimer, LegalTimerId } from './law/legal-timers.state';
export { legalProfile, legalProfiles } from './law/law.config';
export { type ClockRule, datedRegimes, type LegalRegime, type RegimeId, taxClockRules } from './law/regimes.data';
export { formsDay, legalRegimes } from './law/regimes';
export { members } from './members.data';
export type { Member } from './members.data';
export { messages } from './messages';
export { Certificate } from './parts/certificate.part';
export { Collection } from './parts/collection.part';
export { ConveyancePapers } from './parts/conveyance-papers.part';
export { Contract } from './parts/contract.part';
export { CreditedLine } from './parts/credited-line.part';
export { DebtRow } from './parts/debt-row.part';
export { EncumbranceConsent } from './parts/encumbrance-consent.part';
export { EncumbranceRelease } from './parts/encumbrance-release.part';
export { DeferredItem } from './parts/deferred-item.part';
export { Exemption } from './parts/exemption.part';
export { IssuedCertificate } from './parts/issued-certificate.part';
export {
  CONVEYANCE_KINDS,
  type ConveyanceKind,
  LAND_REQUEST_KINDS,
  type LandRequestKind,
} from './parts/land-change-kinds.data';
export { LandParcel } from './parts/land-parcel.part';
export { NoticeAmendment } from './parts/notice-amendment.part';
export { LandRequest } from './parts/land-request.part';
export { Mortgage } from './parts/mortgage.part';
export { NameChange } from './parts/name-change.part';
export { NoticeRow } from './parts/notice-row.part';
export { OverdueItem } from './parts/overdue-item.part';
export { Party } from './parts/party.part';
export { isOfFirstVersion } from './parts/notice-versions';
export { NOTICED_REVENUES, type NoticedRevenue } from './parts/noticed-revenues.data';
export { PaymentNotice } from './parts/payment-notice.part';
export { PriceRow } from './parts/price-row.part';
export { PurposeChange } from './parts/purpose-change.part';
export { ReopenedItem } from './parts/reopened-item.part';
export { SCANNED_PAPERS, ScannedPaper } from './parts/scanned-paper.part';
export { SettledItem } from './parts/settled-item.part';
export { SlipAttachment } from './parts/slip-attachment.part';
export { BuildingPrice, SlipBuilding } from './parts/slip-building.part';
export { SlipClaim, SlipDeduction, SlipDeferral } from './parts/slip-claim.part';
export { SlipCertificate, SlipContract } from './parts/slip-deed.part';
export { SlipFault } from './parts/slip-fault.part';
export { FormerUse, SlipLand, SlipPurpose } from './parts/slip-land.part';
export { SlipParcel } from './parts/slip-parcel.part';
export { SlipPerson } from './parts/slip-person.part';
export { SlipSignature } from './parts/slip-signature.part';
export {
  SLIP_CHANGE_KINDS,
  SLIP_REVENUES,
  type SlipChangeKind,
  type SlipRevenue,
  TWO_SIDED_CHANGES,
} from './parts/slip-words';
export { LAND_ORIGIN } from './patterns';
export { Submitter } from './parts/submitter.part';
export { TaxResult } from './parts/tax-result.part';
export { VoucherLine } from './parts/voucher-line.part';
export { VoucherPayer } from './parts/voucher-payer.part';
export { DebtNoticedV1 } from './tax/debt-noticed.message';
export { DebtNoticedV2 } from './tax/debt-noticed-v2.message';
export { PaymentRemindedV1 } from './tax/payment-reminded.message';
export { DebtToldV1 } from './tax/debt-told.message';
export { LateInterestChargedV1 } from './tax/late-interest-charged.message';
export { PartPaymentRecordedV1 } from './tax/part-payment-recorded.message';
export { LateInterestChargedV2 } from './tax/late-interest-charged-v2.message';
export { NothingDueV1 } from './tax/nothing-due.message';
export { NothingDueV2 } from './tax/nothing-due-v2.message';
export { ObligationFulfilledV1 } from './tax/obligation-fulfilled.message';
export { ObligationFulfilledV2 } from './tax/obligation-fulfilled-v2.message';
export { OverdueListedV1 } from './tax/overdue-listed.message';
export { OverdueListedV2 } from './tax/overdue-listed-v2.message';
export { OverpaymentRecordedV1 } from './tax/overpayment-recorded.message';
export { OverpaymentRecordedV2 } from './tax/overpayment-recorded-v2.message';
export { PayableItemClosedV1 } from './tax/payable-items-closed.message';
export { WantedPaper } from './parts/wanted-paper.part';
export { ObligationReopenedV1 } from './tax/obligation-reopened.message';
export { TaxStateToldV1 } from './tax/tax-state-told.message';
export { TaxStateToldV2 } from './tax/tax-state-told-v2.message';
export { PayableItemPublishedV1 } from './tax/payable-items-published.message';
export { PayableItemPublishedV2 } from './tax/payable-items-published-v2.message';
export { PaymentNoticesIssuedV1 } from './tax/payment-notices-issued.message';
export { PaymentNoticesIssuedV2 } from './tax/payment-notices-issued-v2.message';
export { PaymentNoticesWithdrawnV1 } from './tax/payment-notices-withdrawn.message';
export { ScansRequestedV1 } from './tax/scans-requested.message';
export { SlipCompletionRequestedV1 } from './tax/slip-completion-requested.message';
export { TransferSlipAcceptedV1 } from './tax/transfer-slip-accepted.message';
export { TransferSlipReceivedV1 } from './tax/transfer-slip-received.message';
export { TransferSlipReturnedV1 } from './tax/transfer-slip-returned.message';
export { communeMergers, communes } from './topology/communes.data';
export type { Commune, CommuneMerger, DatedCode, FormerName, Jurisdiction, Office } from './topology/office';
export { jurisdictions, offices } from './topology/offices.data';
export { isNumberPlace, provinceOn } from './topology/provinces';
export { type Province, provinces } from './topology/provinces.data';
export {
  communeNow,
  communeOn,
  officeById,
  officeByTaxOfficeCode,
  officeByTreasuryCode,
  officeFor,
  officeNameOn,
  officeNow,
  takenOverBy,
  unitCodeOn,
} from './topology/topology';
export { RevenueBookedCopyV1 } from './treasury/revenue-booked-copy.message';
export { RevenueBookedV1 } from './treasury/revenue-booked.message';
export { UnassignedCreditAdvisedV1 } from './collecting-bank/unassigned-credit-advised.message';
export { UnassignedCreditAdvisedV2 } from './collecting-bank/unassigned-credit-advised-v2.message';
export { VouchersOfDayToldV1 } from './collecting-bank/vouchers-of-day-told.message';
export { PaymentInvestigationOpenedV1 } from './treasury/payment-investigation-opened.message';
export { PaymentCorrectionRequestedV1 } from './tax/payment-correction-requested.message';
export { PaymentInvestigationAnsweredV1 } from './treasury/payment-investigation-answered.message';
export { RevenueBookingAdjustedV1 } from './treasury/revenue-booking-adjusted.message';
export { BookingsOfDayToldV1 } from './tax/bookings-of-day-told.message';
export { DayReconciledV1 } from './treasury/day-reconciled.message';
export { CorrectedLine } from './parts/corrected-line.part';
export { DayAmount } from './parts/day-amount.part';
export { DayDifference } from './parts/day-difference.part';
export { DayList } from './parts/day-list.part';
export { PAYMENT_FAULTS, PaymentFault } from './parts/payment-fault.part';
export { UnassignedLine } from './parts/unassigned-line.part';
export { BirthDeclaredV1 } from './intake/birth-declared.message';
export { DeathDeclaredV1 } from './intake/death-declared.message';
export { PapersSupplementedV1 } from './intake/papers-supplemented.message';
export { ChainProgressedV1 } from './civil-status/chain-progressed.message';
export { BirthRegisteredV1 } from './civil-status/birth-registered.message';
export { DeathRegisteredV1 } from './civil-status/death-registered.message';
export { ChainConcludedV1 } from './civil-status/chain-concluded.message';
export { ResidenceRequestedV1 } from './civil-status/residence-requested.message';
export { HealthCardRequestedV1 } from './civil-status/health-card-requested.message';
export { PapersForwardedV1 } from './civil-status/papers-forwarded.message';
export { BranchStoppedV1 } from './civil-status/branch-stopped.message';
export { BirthCorrectedV1 } from './civil-status/birth-corrected.message';
export { ResidenceDeregistrationRequestedV1 } from './civil-status/residence-deregistration-requested.message';
export { BenefitsStopRequestedV1 } from './civil-status/benefits-stop-requested.message';
export { FuneralSupportRequestedV1 } from './civil-status/funeral-support-requested.message';
export { DeathRevokedV1 } from './civil-status/death-revoked.message';
export { OpinionAskedV1 } from './civil-status/opinion-asked.message';
export { ResidenceRegisteredV1 } from './residence/residence-registered.message';
export { ResidenceRefusedV1 } from './residence/residence-refused.message';
export { ResidenceSupplementWantedV1 } from './residence/residence-supplement-wanted.message';
export { ResidenceDeregisteredV1 } from './residence/residence-deregistered.message';
export { DeregistrationForwardedV1 } from './residence/deregistration-forwarded.message';
export { OpinionGivenV1 } from './residence/opinion-given.message';
export { HealthCardIssuedV1 } from './health-insurance/health-card-issued.message';
export { HealthCardRefusedV1 } from './health-insurance/health-card-refused.message';
export { HealthCardSupplementWantedV1 } from './health-insurance/health-card-supplement-wanted.message';
export { BenefitsStoppedV1 } from './health-insurance/benefits-stopped.message';
export { FuneralAllowanceToldV1 } from './health-insurance/funeral-allowance-told.message';
export { FuneralAllowancePaidV1 } from './health-insurance/funeral-allowance-paid.message';
export { FuneralAllowanceAskedV1 } from './social-protection/funeral-allowance-asked.message';
export { FuneralSupportDecidedV1 } from './social-protection/funeral-support-decided.message';
export { FuneralSupportRefusedV1 } from './social-protection/funeral-support-refused.message';
export { BirthDeclaration } from './civil/birth-declaration.part';
export { BirthProof } from './civil/birth-proof.part';
export { BirthRecord } from './civil/birth-record.part';
export { ChainResult } from './civil/chain-result.part';
export { Child } from './civil/child.part';
export { CorrectedField } from './civil/corrected-field.part';
export { DeathDeclaration } from './civil/death-declaration.part';
export { DeathProof } from './civil/death-proof.part';
export { DeathRecord } from './civil/death-record.part';
export { Deceased } from './civil/deceased.part';
export { FuneralClaim } from './civil/funeral-claim.part';
export { HealthCardRequest } from './civil/health-card-request.part';
export { IdentityPaper } from './civil/identity-paper.part';
export { Opinion } from './civil/opinion.part';
export { Paper } from './civil/paper.part';
export { Parent } from './civil/parent.part';
export { Place } from './civil/place.part';
export { RegisterEntry } from './civil/register-entry.part';
export { Requester } from './civil/requester.part';
export { ResidenceRequest } from './civil/residence-request.part';
export { SubDossier } from './civil/sub-dossier.part';
export { type Relation, relations, type Sex, sexes } from './civil/civil-words';
export {
  type Act,
  actOf,
  BY_POLICY,
  type Change,
  changeOf,
  toRegistrar,
  type WorkingOffices,
  workingOfficesOf,
} from './civil/branch-work';
export {
  type BranchRequest,
  isOpen,
  type Refusal,
  type RequestRules,
  requestRules,
  type RequestState,
  type Supplement,
  supplementUntil,
} from './civil/branch-request';
export { numberBefore } from './civil/number-before';
export { type BranchWork, type Follows, received, type Reception, stepsBy } from './civil/branch-steps';
export { PayerNumber, versionForNotices, versionForPayers, VoucherPayerV2 } from './parts/any-payer.part';
export { dayLists } from './parts/day-lists';
