import { Module } from '@nestjs/common';
import { DeskTasks, DossierFailures, MessageFailures, NumberBooks } from '@lienthong/service-host';
import { ObligationFulfilledHandler } from './certificates/obligation-fulfilled.handler';
import { PrepareCertificate } from './certificates/prepare-certificate';
import { ResultHandedOverHandler } from './certificates/result-handed-over.handler';
import { RevenueBookedCopyHandler } from './certificates/revenue-booked-copy.handler';
import { SignCertificate } from './certificates/sign-certificate';
import { SignCertificateController } from './certificates/sign-certificate.controller';
import { AutomaticSteps } from './dossiers/automatic-steps';
import { CheckDossier } from './dossiers/check-dossier';
import { CheckDossierController } from './dossiers/check-dossier.controller';
import { DossierForwardedHandler } from './dossiers/dossier-forwarded.handler';
import { LandMessageFailed } from './dossiers/land-message-failed';
import { GetDossierController } from './dossiers/get-dossier.controller';
import { PaymentNoticesIssuedHandler } from './notices/payment-notices-issued.handler';
import { RegisterParcelsController } from './parcels/register-parcels.controller';
import { RegisterPriceRowsController } from './prices/register-price-rows.controller';
import { AnswerScanRequest } from './scans/answer-scan-request';
import { HoldScanController } from './scans/hold-scan.controller';
import { ScanFolder } from './scans/scan-folder';
import { ScanSender } from './scans/scan-sender';
import { ScansRequestedHandler } from './scans/scans-requested.handler';
import { PrintSlipController } from './slips/print-slip.controller';
import { SignSlip } from './slips/sign-slip';
import { SignSlipController } from './slips/sign-slip.controller';
import { TransferSlipReceivedHandler } from './slips/transfer-slip-received.handler';
import { TransferSlipReturnedHandler } from './slips/transfer-slip-returned.handler';

@Module({
  controllers: [
    RegisterParcelsController,
    RegisterPriceRowsController,
    CheckDossierController,
    SignSlipController,
    PrintSlipController,
    SignCertificateController,
    GetDossierController,
    DossierForwardedHandler,
    TransferSlipReceivedHandler,
    TransferSlipReturnedHandler,
    PaymentNoticesIssuedHandler,
    ObligationFulfilledHandler,
    RevenueBookedCopyHandler,
    ResultHandedOverHandler,
    HoldScanController,
    ScansRequestedHandler,
  ],
  providers: [
    NumberBooks,
    CheckDossier,
    SignSlip,
    AutomaticSteps,
    PrepareCertificate,
    SignCertificate,
    DeskTasks,
    DossierFailures,
    MessageFailures,
    LandMessageFailed,
    AnswerScanRequest,
    ScanFolder,
    ScanSender,
  ],
})
export class LandRegistryModule {}
