import { Module } from '@nestjs/common';
import { DeskTasks, DossierCodes, DossierFailures, MessageFailures, NumberBooks } from '@lienthong/service-host';
import { BirthRegisteredHandler } from './civil-status/birth-registered.handler';
import { ChainConcludedHandler } from './civil-status/chain-concluded.handler';
import { ChainProgressedHandler } from './civil-status/chain-progressed.handler';
import { DeathRegisteredHandler } from './civil-status/death-registered.handler';
import { DeathRevokedHandler } from './civil-status/death-revoked.handler';
import { DeclareBirth } from './civil/declare-birth';
import { DeclareBirthController } from './civil/declare-birth.controller';
import { DeclareDeath } from './civil/declare-death';
import { DeclareDeathController } from './civil/declare-death.controller';
import { ReceiveDeclaration } from './civil/receive-declaration';
import { SupplementPapers } from './civil/supplement-papers';
import { SupplementPapersController } from './civil/supplement-papers.controller';
import { AcceptDossier } from './dossiers/accept-dossier';
import { DossierMessageFailed } from './dossiers/dossier-message-failed';
import { DossierLists } from './dossiers/dossier-lists.query';
import { Dossiers } from './dossiers/dossier.repository';
import { ForwardDossier } from './dossiers/forward-dossier';
import { ForwardDossierController } from './dossiers/forward-dossier.controller';
import { GetDossiersController } from './dossiers/get-dossiers.controller';
import { HandOverResult } from './dossiers/hand-over-result';
import { HandOverResultController } from './dossiers/hand-over-result.controller';
import { ReceiveDossier } from './dossiers/receive-dossier';
import { ReceiveDossierController } from './dossiers/receive-dossier.controller';
import { FieldExchange } from './interlinked/field-exchange';
import { InterlinkedJob } from './interlinked/interlinked-job';
import { InterlinkedSoftware } from './interlinked/interlinked-software';
import { LocalInterlinkedSoftware } from './interlinked/local-interlinked-software';
import { TakeBirths } from './interlinked/take-births';
import { TellStatuses } from './interlinked/tell-statuses';
import { DossierReceivedHandler } from './land-office/dossier-received.handler';
import { DebtNoticedHandler } from './land-office/debt-noticed.handler';
import { LateInterestChargedHandler } from './land-office/late-interest-charged.handler';
import { PartPaymentRecordedHandler } from './land-office/part-payment-recorded.handler';
import { LandDossierLodgedHandler } from './land-office/land-dossier-lodged.handler';
import { ObligationFulfilledHandler } from './land-office/obligation-fulfilled.handler';
import { OverpaymentRecordedHandler } from './land-office/overpayment-recorded.handler';
import { PaymentNoticesWithdrawnHandler } from './land-office/payment-notices-withdrawn.handler';
import { PaymentRemindedHandler } from './land-office/payment-reminded.handler';
import { ProcessingConcludedHandler } from './land-office/processing-concluded.handler';
import { ProgressChangedHandler } from './land-office/progress-changed.handler';
import { TaxResultsAvailableHandler } from './land-office/tax-results-available.handler';
import { ReceiveLandRequest } from './land-requests/receive-land-request';
import { ReceiveLandRequestController } from './land-requests/receive-land-request.controller';
import { CitizenNotices } from './citizen-notices/citizen-notices';
import { GetCitizenNoticesController } from './citizen-notices/get-citizen-notices.controller';
import { PapersWantedHandler } from './supplements/papers-wanted.handler';
import { SupplyPapers } from './supplements/supply-papers';
import { SupplyPapersController } from './supplements/supply-papers.controller';
import { WantedPapersReceivedHandler } from './supplements/wanted-papers-received.handler';
import { WithdrawDossierController } from './withdrawals/withdraw-dossier.controller';
import { ProcessingExtendedHandler } from './land-office/processing-extended.handler';
import { WithdrawalRefusedHandler } from './withdrawals/withdrawal-refused.handler';
import { RefileDossierController } from './refilings/refile-dossier.controller';
import { RefileLandRequestController } from './refilings/refile-land-request.controller';
import { RefilingWantedHandler } from './refilings/refiling-wanted.handler';
import { GetWhereaboutsController } from './whereabouts/get-whereabouts.controller';
import { QuestionResultController } from './results/question-result.controller';
import { NothingDueHandler } from './land-office/nothing-due.handler';
import { TransferSlipReceivedHandler } from './land-office/transfer-slip-received.handler';
import { ObligationReopenedHandler } from './land-office/obligation-reopened.handler';
import { ReturnedSlipToldHandler } from './land-office/returned-slip-told.handler';
import { DossierStatusAskedHandler } from './status/dossier-status-asked.handler';

@Module({
  controllers: [
    ReceiveDossierController,
    ReceiveLandRequestController,
    DeclareBirthController,
    DeclareDeathController,
    SupplementPapersController,
    ForwardDossierController,
    HandOverResultController,
    GetDossiersController,
    DossierReceivedHandler,
    LandDossierLodgedHandler,
    ProgressChangedHandler,
    TaxResultsAvailableHandler,
    ObligationFulfilledHandler,
    PaymentNoticesWithdrawnHandler,
    OverpaymentRecordedHandler,
    LateInterestChargedHandler,
    PartPaymentRecordedHandler,
    DebtNoticedHandler,
    PaymentRemindedHandler,
    ProcessingConcludedHandler,
    ChainProgressedHandler,
    BirthRegisteredHandler,
    DeathRegisteredHandler,
    ChainConcludedHandler,
    DeathRevokedHandler,
    DossierStatusAskedHandler,
    GetCitizenNoticesController,
    PapersWantedHandler,
    SupplyPapersController,
    WantedPapersReceivedHandler,
    WithdrawDossierController,
    WithdrawalRefusedHandler,
    ProcessingExtendedHandler,
    RefileDossierController,
    RefileLandRequestController,
    RefilingWantedHandler,
    QuestionResultController,
    GetWhereaboutsController,
    NothingDueHandler,
    ObligationReopenedHandler,
    TransferSlipReceivedHandler,
    ReturnedSlipToldHandler,
  ],
  providers: [
    Dossiers,
    DossierLists,
    CitizenNotices,
    SupplyPapers,
    NumberBooks,
    DossierCodes,
    AcceptDossier,
    ReceiveDossier,
    ReceiveLandRequest,
    ReceiveDeclaration,
    DeclareBirth,
    DeclareDeath,
    ForwardDossier,
    HandOverResult,
    SupplementPapers,
    DeskTasks,
    DossierFailures,
    MessageFailures,
    DossierMessageFailed,
    { provide: InterlinkedSoftware, useClass: LocalInterlinkedSoftware },
    FieldExchange,
    TakeBirths,
    TellStatuses,
    InterlinkedJob,
  ],
})
export class IntakeModule {}
