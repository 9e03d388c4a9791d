import { Module } from '@nestjs/common';
import { DossierCodes } from './codes/dossier-codes';
import { DossierLists } from './dossiers/dossier-lists.query';
import { Dossiers } from './dossiers/dossier.repository';
import { ForwardDossier } from './dossiers/forward-dossier';
import { ForwardDossierController } from './dossiers/forward-dossier.controller';
import { GetDossiersController } from './dossiers/get-dossiers.controller';
import { HandOverResult } from './dossiers/hand-over-result';
import { HandOverResultController } from './dossiers/hand-over-result.controller';
import { ReceiveDossier } from './dossiers/receive-dossier';
import { ReceiveDossierController } from './dossiers/receive-dossier.controller';
import { DossierReceivedHandler } from './land-office/dossier-received.handler';
import { ObligationFulfilledHandler } from './land-office/obligation-fulfilled.handler';
import { ProcessingConcludedHandler } from './land-office/processing-concluded.handler';
import { ProgressChangedHandler } from './land-office/progress-changed.handler';
import { TaxResultsAvailableHandler } from './land-office/tax-results-available.handler';

@Module({
  controllers: [
    ReceiveDossierController,
    ForwardDossierController,
    HandOverResultController,
    GetDossiersController,
    DossierReceivedHandler,
    ProgressChangedHandler,
    TaxResultsAvailableHandler,
    ObligationFulfilledHandler,
    ProcessingConcludedHandler,
  ],
  providers: [Dossiers, DossierLists, DossierCodes, ReceiveDossier, ForwardDossier, HandOverResult],
})
export class IntakeModule {}
