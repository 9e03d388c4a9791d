import { Module } from '@nestjs/common';
import {
  DeskTasks,
  DossierCodes,
  DossierFailures,
  MessageFailures,
  NumberBooks,
  TimersModule,
} from '@lienthong/service-host';
import { ObligationFulfilledHandler } from './certificates/obligation-fulfilled.handler';
import { PrepareCertificate } from './certificates/prepare-certificate';
import { ResultHandedOverHandler } from './certificates/result-handed-over.handler';
import { RevenueBookedCopyHandler } from './certificates/revenue-booked-copy.handler';
import { SignCertificate } from './certificates/sign-certificate';
import { SignCertificateController } from './certificates/sign-certificate.controller';
import { CounterNumbers } from './counter/counter-numbers';
import { LodgeDossier } from './counter/lodge-dossier';
import { LodgeDossierController } from './counter/lodge-dossier.controller';
import { AutomaticSteps } from './dossiers/automatic-steps';
import { CheckDossier } from './dossiers/check-dossier';
import { CheckDossierController } from './dossiers/check-dossier.controller';
import { DossierForwardedHandler } from './dossiers/dossier-forwarded.handler';
import { ExtendTimeController } from './dossiers/extend-time.controller';
import { LandMessageFailed } from './dossiers/land-message-failed';
import { GetDossierController } from './dossiers/get-dossier.controller';
import { RejectDossier } from './dossiers/reject-dossier';
import { RejectDossierController } from './dossiers/reject-dossier.controller';
import { ReleaseArrives } from './dossiers/release-arrives';
import { AwaitedRelease } from './encumbrances/awaited-release';
import { EncumbranceCheck } from './encumbrances/encumbrance-check';
import { LateInterestChargedHandler } from './notices/late-interest-charged.handler';
import { OverdueListedHandler } from './notices/overdue-listed.handler';
import { OverpaymentRecordedHandler } from './notices/overpayment-recorded.handler';
import { PaymentNoticesIssuedHandler } from './notices/payment-notices-issued.handler';
import { PaymentNoticesWithdrawnHandler } from './notices/payment-notices-withdrawn.handler';
import { RegisterParcelsController } from './parcels/register-parcels.controller';
import { RegisterPriceRowsController } from './prices/register-price-rows.controller';
import { LandRequestForwardedHandler } from './requests/land-request-forwarded.handler';
import { RequestObligation } from './requests/request-obligation';
import { AnswerScanRequest } from './scans/answer-scan-request';
import { HoldScanController } from './scans/hold-scan.controller';
import { ScanFolder } from './scans/scan-folder';
import { ScanSender } from './scans/scan-sender';
import { ScansRequestedHandler } from './scans/scans-requested.handler';
import { ChangeSlipController } from './slips/change-slip.controller';
import { GetSlipPaperController } from './slips/get-slip-paper.controller';
import { PrintSlipController } from './slips/print-slip.controller';
import { SignSlip } from './slips/sign-slip';
import { SignSlipController } from './slips/sign-slip.controller';
import { SignSlipsController } from './slips/sign-slips.controller';
import { SlipAttachments } from './slips/slip-attachments';
import { SlipCompletionRequestedHandler } from './slips/slip-completion-requested.handler';
import { SlipForm } from './slips/slip-form';
import { SlipRegister } from './slips/slip-register';
import { SlipVersions } from './slips/slip-versions';
import { TransferSlipAcceptedHandler } from './slips/transfer-slip-accepted.handler';
import { TransferSlipReceivedHandler } from './slips/transfer-slip-received.handler';
import { TransferSlipReturnedHandler } from './slips/transfer-slip-returned.handler';
import { WithdrawSlip } from './slips/withdraw-slip';
import { WithdrawSlipController } from './slips/withdraw-slip.controller';
import { BlockOrdersController } from './block-orders/block-orders.controller';
import { NothingDueHandler } from './certificates/nothing-due.handler';
import { ReleaseCertificate } from './certificates/release-certificate';
import { TakeFulfilment } from './certificates/take-fulfilment';
import { DebtCases } from './debts/debt-cases';
import { ListDebtCasesController } from './debts/list-debt-cases.controller';
import { ObligationReopenedHandler } from './debts/obligation-reopened.handler';
import { TellReturnedSlip } from './desk-letters/tell-returned-slip';
import { ReviewOverdueController } from './notices/review-overdue.controller';
import { TakeNotices } from './notices/take-notices';
import { WantRefilingController } from './refilings/want-refiling.controller';
import { CorrectResult } from './results/correct-result';
import { CorrectResultController } from './results/correct-result.controller';
import { ResultQuestionedHandler } from './results/result-questioned.handler';
import { MissedPapers } from './supplements/missed-papers';
import { WantPapers } from './supplements/want-papers';
import { WantPapersController } from './supplements/want-papers.controller';
import { WantedPapersSuppliedHandler } from './supplements/wanted-papers-supplied.handler';
import { AskTaxState } from './tax-polls/ask-tax-state';
import { OverdueAnswers } from './tax-polls/overdue-answers';
import { OverdueAnswersJob } from './tax-polls/overdue-answers.job';
import { TakeTaxState } from './tax-polls/take-tax-state';
import { TaxStateToldHandler } from './tax-polls/tax-state-told.handler';
import { GetWhereaboutsController } from './whereabouts/get-whereabouts.controller';
import { WithdrawalRequestedHandler } from './withdrawals/withdrawal-requested.handler';

@Module({
  imports: [TimersModule],
  controllers: [
    RegisterParcelsController,
    RegisterPriceRowsController,
    CheckDossierController,
    RejectDossierController,
    ExtendTimeController,
    ReviewOverdueController,
    ChangeSlipController,
    GetSlipPaperController,
    SignSlipController,
    SignSlipsController,
    WithdrawSlipController,
    PrintSlipController,
    SignCertificateController,
    GetDossierController,
    DossierForwardedHandler,
    LandRequestForwardedHandler,
    LodgeDossierController,
    TransferSlipReceivedHandler,
    TransferSlipAcceptedHandler,
    TransferSlipReturnedHandler,
    SlipCompletionRequestedHandler,
    PaymentNoticesIssuedHandler,
    PaymentNoticesWithdrawnHandler,
    OverpaymentRecordedHandler,
    OverdueListedHandler,
    LateInterestChargedHandler,
    NothingDueHandler,
    ObligationFulfilledHandler,
    RevenueBookedCopyHandler,
    ResultHandedOverHandler,
    HoldScanController,
    ScansRequestedHandler,
    BlockOrdersController,
    ObligationReopenedHandler,
    ListDebtCasesController,
    WantRefilingController,
    CorrectResultController,
    ResultQuestionedHandler,
    WantPapersController,
    WantedPapersSuppliedHandler,
    TaxStateToldHandler,
    GetWhereaboutsController,
    WithdrawalRequestedHandler,
  ],
  providers: [
    NumberBooks,
    DossierCodes,
    EncumbranceCheck,
    RequestObligation,
    CounterNumbers,
    LodgeDossier,
    CheckDossier,
    SignSlip,
    SlipAttachments,
    SlipForm,
    SlipRegister,
    SlipVersions,
    WithdrawSlip,
    AutomaticSteps,
    AwaitedRelease,
    RejectDossier,
    ReleaseArrives,
    PrepareCertificate,
    SignCertificate,
    ReleaseCertificate,
    DeskTasks,
    DossierFailures,
    MessageFailures,
    LandMessageFailed,
    AnswerScanRequest,
    ScanFolder,
    ScanSender,
    TakeFulfilment,
    DebtCases,
    TellReturnedSlip,
    TakeNotices,
    CorrectResult,
    MissedPapers,
    WantPapers,
    AskTaxState,
    OverdueAnswers,
    OverdueAnswersJob,
    TakeTaxState,
  ],
})
export class LandRegistryModule {}
