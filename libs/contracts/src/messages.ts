import type { MessageClass } from '@lienthong/envelope';
import { BenefitsStopRequestedV1 } from './civil-status/benefits-stop-requested.message';
import { BirthCorrectedV1 } from './civil-status/birth-corrected.message';
import { BirthRegisteredV1 } from './civil-status/birth-registered.message';
import { BranchStoppedV1 } from './civil-status/branch-stopped.message';
import { ChainConcludedV1 } from './civil-status/chain-concluded.message';
import { ChainProgressedV1 } from './civil-status/chain-progressed.message';
import { DeathRegisteredV1 } from './civil-status/death-registered.message';
import { DeathRevokedV1 } from './civil-status/death-revoked.message';
import { FuneralSupportRequestedV1 } from './civil-status/funeral-support-requested.message';
import { HealthCardRequestedV1 } from './civil-status/health-card-requested.message';
import { OpinionAskedV1 } from './civil-status/opinion-asked.message';
import { PapersForwardedV1 } from './civil-status/papers-forwarded.message';
import { ResidenceDeregistrationRequestedV1 } from './civil-status/residence-deregistration-requested.message';
import { ResidenceRequestedV1 } from './civil-status/residence-requested.message';
import { CreditAdviceV1 } from './collecting-bank/credit-advice.message';
import { DebtAskedV1 } from './collecting-bank/debt-asked.message';
import { DebtAskedV2 } from './collecting-bank/debt-asked-v2.message';
import { PaymentInformationV1 } from './collecting-bank/payment-information.message';
import { PaymentInformationV2 } from './collecting-bank/payment-information-v2.message';
import { BenefitsStoppedV1 } from './health-insurance/benefits-stopped.message';
import { FuneralAllowancePaidV1 } from './health-insurance/funeral-allowance-paid.message';
import { FuneralAllowanceToldV1 } from './health-insurance/funeral-allowance-told.message';
import { HealthCardIssuedV1 } from './health-insurance/health-card-issued.message';
import { HealthCardRefusedV1 } from './health-insurance/health-card-refused.message';
import { HealthCardSupplementWantedV1 } from './health-insurance/health-card-supplement-wanted.message';
import { BirthDeclaredV1 } from './intake/birth-declared.message';
import { DeathDeclaredV1 } from './intake/death-declared.message';
import { DossierForwardedV1 } from './intake/dossier-forwarded.message';
import { DossierStatusAskedV1 } from './intake/dossier-status-asked.message';
import { DossierStatusToldV1 } from './intake/dossier-status-told.message';
import { LandRequestForwardedV1 } from './intake/land-request-forwarded.message';
import { ResultQuestionedV1 } from './intake/result-questioned.message';
import { WantedPapersSuppliedV1 } from './intake/wanted-papers-supplied.message';
import { WithdrawalRequestedV1 } from './intake/withdrawal-requested.message';
import { PapersWantedV1 } from './land-registry/papers-wanted.message';
import { RefilingWantedV1 } from './land-registry/refiling-wanted.message';
import { ReturnedSlipToldV1 } from './land-registry/returned-slip-told.message';
import { DeferredPaymentAskedV1 } from './land-registry/deferred-payment-asked.message';
import { TaxStateAskedV1 } from './land-registry/tax-state-asked.message';
import { WantedPapersReceivedV1 } from './land-registry/wanted-papers-received.message';
import { WithdrawalRefusedV1 } from './land-registry/withdrawal-refused.message';
import { NothingDueV1 } from './tax/nothing-due.message';
import { NothingDueV2 } from './tax/nothing-due-v2.message';
import { DeferredDebtToldV1 } from './tax/deferred-debt-told.message';
import { ObligationReopenedV1 } from './tax/obligation-reopened.message';
import { TaxStateToldV1 } from './tax/tax-state-told.message';
import { TaxStateToldV2 } from './tax/tax-state-told-v2.message';
import { PapersSupplementedV1 } from './intake/papers-supplemented.message';
import { ResultHandedOverV1 } from './intake/result-handed-over.message';
import { DossierReceivedV1 } from './land-registry/dossier-received.message';
import { LandDossierLodgedV1 } from './land-registry/land-dossier-lodged.message';
import { ProcessingConcludedV1 } from './land-registry/processing-concluded.message';
import { OverdueReviewedV1 } from './land-registry/overdue-reviewed.message';
import { ProcessingExtendedV1 } from './land-registry/processing-extended.message';
import { ProcessingConcludedV2 } from './land-registry/processing-concluded-v2.message';
import { ProgressChangedV1 } from './land-registry/progress-changed.message';
import { ScansProvidedV1 } from './land-registry/scans-provided.message';
import { TaxResultsAvailableV1 } from './land-registry/tax-results-available.message';
import { TaxResultsAvailableV2 } from './land-registry/tax-results-available-v2.message';
import { TransferSlipSentV1 } from './land-registry/transfer-slip-sent.message';
import { TransferSlipSentV2 } from './land-registry/transfer-slip-sent-v2.message';
import { TransferSlipWithdrawnV1 } from './land-registry/transfer-slip-withdrawn.message';
import { DeregistrationForwardedV1 } from './residence/deregistration-forwarded.message';
import { OpinionGivenV1 } from './residence/opinion-given.message';
import { ResidenceDeregisteredV1 } from './residence/residence-deregistered.message';
import { ResidenceRefusedV1 } from './residence/residence-refused.message';
import { ResidenceRegisteredV1 } from './residence/residence-registered.message';
import { ResidenceSupplementWantedV1 } from './residence/residence-supplement-wanted.message';
import { FuneralAllowanceAskedV1 } from './social-protection/funeral-allowance-asked.message';
import { FuneralSupportDecidedV1 } from './social-protection/funeral-support-decided.message';
import { FuneralSupportRefusedV1 } from './social-protection/funeral-support-refused.message';
import { DebtNoticedV1 } from './tax/debt-noticed.message';
import { DebtNoticedV2 } from './tax/debt-noticed-v2.message';
import { DebtToldV1 } from './tax/debt-told.message';
import { LateInterestChargedV1 } from './tax/late-interest-charged.message';
import { PartPaymentRecordedV1 } from './tax/part-payment-recorded.message';
import { LateInterestChargedV2 } from './tax/late-interest-charged-v2.message';
import { ObligationFulfilledV1 } from './tax/obligation-fulfilled.message';
import { ObligationFulfilledV2 } from './tax/obligation-fulfilled-v2.message';
import { OverdueListedV1 } from './tax/overdue-listed.message';
import { OverdueListedV2 } from './tax/overdue-listed-v2.message';
import { OverpaymentRecordedV1 } from './tax/overpayment-recorded.message';
import { OverpaymentRecordedV2 } from './tax/overpayment-recorded-v2.message';
import { PayableItemClosedV1 } from './tax/payable-items-closed.message';
import { PayableItemPublishedV1 } from './tax/payable-items-published.message';
import { PayableItemPublishedV2 } from './tax/payable-items-published-v2.message';
import { PaymentRemindedV1 } from './tax/payment-reminded.message';
import { PaymentNoticesIssuedV1 } from './tax/payment-notices-issued.message';
import { PaymentNoticesIssuedV2 } from './tax/payment-notices-issued-v2.message';
import { PaymentNoticesWithdrawnV1 } from './tax/payment-notices-withdrawn.message';
import { ScansRequestedV1 } from './tax/scans-requested.message';
import { SlipCompletionRequestedV1 } from './tax/slip-completion-requested.message';
import { TransferSlipAcceptedV1 } from './tax/transfer-slip-accepted.message';
import { TransferSlipReceivedV1 } from './tax/transfer-slip-received.message';
import { TransferSlipReturnedV1 } from './tax/transfer-slip-returned.message';
import { RevenueBookedV1 } from './treasury/revenue-booked.message';
import { RevenueBookedCopyV1 } from './treasury/revenue-booked-copy.message';
import { UnassignedCreditAdvisedV1 } from './collecting-bank/unassigned-credit-advised.message';
import { UnassignedCreditAdvisedV2 } from './collecting-bank/unassigned-credit-advised-v2.message';
import { VouchersOfDayToldV1 } from './collecting-bank/vouchers-of-day-told.message';
import { PaymentInvestigationOpenedV1 } from './treasury/payment-investigation-opened.message';
import { PaymentCorrectionRequestedV1 } from './tax/payment-correction-requested.message';
import { PaymentInvestigationAnsweredV1 } from './treasury/payment-investigation-answered.message';
import { RevenueBookingAdjustedV1 } from './treasury/revenue-booking-adjusted.message';
import { BookingsOfDayToldV1 } from './tax/bookings-of-day-told.message';
import { DayReconciledV1 } from './treasury/day-reconciled.message';

/** Every message that agencies exchange: in the order of a land transfer, then of a birth and of a death, then what anybody may ask. */
export const messages: readonly MessageClass[] = [
  DossierForwardedV1,
  LandRequestForwardedV1,
  LandDossierLodgedV1,
  DossierReceivedV1,
  ProgressChangedV1,
  TransferSlipSentV1,
  TransferSlipSentV2,
  TransferSlipReceivedV1,
  TransferSlipAcceptedV1,
  TransferSlipReturnedV1,
  SlipCompletionRequestedV1,
  TransferSlipWithdrawnV1,
  ScansRequestedV1,
  ScansProvidedV1,
  PaymentNoticesIssuedV1,
  PaymentNoticesIssuedV2,
  NothingDueV1,
  NothingDueV2,
  PaymentNoticesWithdrawnV1,
  PayableItemPublishedV1,
  PayableItemPublishedV2,
  PayableItemClosedV1,
  DebtAskedV1,
  DebtAskedV2,
  DebtToldV1,
  TaxResultsAvailableV1,
  TaxResultsAvailableV2,
  PaymentInformationV1,
  PaymentInformationV2,
  CreditAdviceV1,
  RevenueBookedV1,
  RevenueBookedCopyV1,
  UnassignedCreditAdvisedV1,
  UnassignedCreditAdvisedV2,
  PaymentInvestigationOpenedV1,
  PaymentCorrectionRequestedV1,
  PaymentInvestigationAnsweredV1,
  RevenueBookingAdjustedV1,
  VouchersOfDayToldV1,
  BookingsOfDayToldV1,
  DayReconciledV1,
  ObligationFulfilledV1,
  ObligationFulfilledV2,
  ObligationReopenedV1,
  OverpaymentRecordedV1,
  OverpaymentRecordedV2,
  LateInterestChargedV1,
  PartPaymentRecordedV1,
  LateInterestChargedV2,
  OverdueListedV1,
  OverdueListedV2,
  DebtNoticedV1,
  DebtNoticedV2,
  PaymentRemindedV1,
  ProcessingConcludedV1,
  ProcessingConcludedV2,
  ResultHandedOverV1,
  PapersWantedV1,
  WantedPapersSuppliedV1,
  WantedPapersReceivedV1,
  RefilingWantedV1,
  WithdrawalRequestedV1,
  WithdrawalRefusedV1,
  ProcessingExtendedV1,
  OverdueReviewedV1,
  ReturnedSlipToldV1,
  ResultQuestionedV1,
  TaxStateAskedV1,
  TaxStateToldV1,
  TaxStateToldV2,
  DeferredPaymentAskedV1,
  DeferredDebtToldV1,
  BirthDeclaredV1,
  DeathDeclaredV1,
  PapersSupplementedV1,
  ChainProgressedV1,
  BirthRegisteredV1,
  DeathRegisteredV1,
  ChainConcludedV1,
  ResidenceRequestedV1,
  HealthCardRequestedV1,
  PapersForwardedV1,
  BranchStoppedV1,
  BirthCorrectedV1,
  ResidenceDeregistrationRequestedV1,
  BenefitsStopRequestedV1,
  FuneralSupportRequestedV1,
  DeathRevokedV1,
  OpinionAskedV1,
  ResidenceRegisteredV1,
  ResidenceRefusedV1,
  ResidenceSupplementWantedV1,
  ResidenceDeregisteredV1,
  DeregistrationForwardedV1,
  OpinionGivenV1,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  HealthCardSupplementWantedV1,
  BenefitsStoppedV1,
  FuneralAllowanceToldV1,
  FuneralAllowancePaidV1,
  FuneralAllowanceAskedV1,
  FuneralSupportDecidedV1,
  FuneralSupportRefusedV1,
  DossierStatusAskedV1,
  DossierStatusToldV1,
];
