import { Module } from '@nestjs/common';
import { DeskTasks, DossierFailures, MessageFailures, NumberBooks, TimersModule } from '@lienthong/service-host';
import { BenefitsStoppedHandler } from './answers/benefits-stopped.handler';
import { BranchAnswers } from './answers/branch-answers';
import { DeregistrationForwardedHandler } from './answers/deregistration-forwarded.handler';
import { FuneralSupportDecidedHandler } from './answers/funeral-support-decided.handler';
import { FuneralSupportRefusedHandler } from './answers/funeral-support-refused.handler';
import { HealthCardIssuedHandler } from './answers/health-card-issued.handler';
import { HealthCardRefusedHandler } from './answers/health-card-refused.handler';
import { HealthCardSupplementWantedHandler } from './answers/health-card-supplement-wanted.handler';
import { OpinionGivenHandler } from './answers/opinion-given.handler';
import { PapersSupplementedHandler } from './answers/papers-supplemented.handler';
import { ResidenceDeregisteredHandler } from './answers/residence-deregistered.handler';
import { ResidenceRefusedHandler } from './answers/residence-refused.handler';
import { ResidenceRegisteredHandler } from './answers/residence-registered.handler';
import { ResidenceSupplementWantedHandler } from './answers/residence-supplement-wanted.handler';
import { ResultHandedOverHandler } from './answers/result-handed-over.handler';
import { BirthDeclaredHandler } from './births/birth-declared.handler';
import { BooksController } from './books/books.controller';
import { RegisterBooks } from './books/register-books';
import { AcceptChain } from './chains/accept-chain';
import { AskBranches } from './chains/ask-branches';
import { AskOpinionController } from './chains/ask-opinion.controller';
import { ChainDeskController } from './chains/chain-desk.controller';
import { ChainDraftController } from './chains/chain-draft.controller';
import { AskAgainController } from './chains/ask-again.controller';
import { ChainMessageFailed } from './chains/chain-message-failed';
import { ChainRun } from './chains/chain-run';
import { CheckChain } from './chains/check-chain';
import { CorrectDraft } from './chains/correct-draft';
import { EndChain } from './chains/end-chain';
import { ExtendTimeController } from './chains/extend-time.controller';
import { LateOpinion } from './chains/late-opinion';
import { LateStep } from './chains/late-step';
import { LinkChain } from './chains/link-chain';
import { RootDossier } from './chains/root-dossier';
import { NumberArrived } from './chains/number-arrived';
import { ReceiveChain } from './chains/receive-chain';
import { RegisterAct } from './chains/register-act';
import { StepTimers } from './chains/step-timers';
import { StopChain } from './chains/stop-chain';
import { DeathDeclaredHandler } from './deaths/death-declared.handler';
import { BusGateway } from './gateways/bus.gateway';
import { CivilStatusGateway } from './gateways/civil-status-gateway';
import { PapersController } from './papers/papers.controller';
import { LocalPopulationDatabase } from './population/local-population-database';
import { NumberTimer } from './population/number-timer';
import { NumberTimes } from './population/number-times';
import { ObtainNumber } from './population/obtain-number';
import { PopulationDatabase } from './population/population-database';
import { RecordNumberProblem } from './population/record-number-problem';
import { ReleaseNumber } from './population/release-number';
import { WantNumber } from './population/want-number';
import { ActClaims } from './registers/act-claims';
import { LaterActs } from './registers/later-acts';
import { LaterActsController } from './registers/later-acts.controller';

const handlers = [
  BirthDeclaredHandler,
  DeathDeclaredHandler,
  ResidenceRegisteredHandler,
  ResidenceRefusedHandler,
  ResidenceSupplementWantedHandler,
  ResidenceDeregisteredHandler,
  OpinionGivenHandler,
  DeregistrationForwardedHandler,
  HealthCardIssuedHandler,
  HealthCardRefusedHandler,
  HealthCardSupplementWantedHandler,
  BenefitsStoppedHandler,
  FuneralSupportDecidedHandler,
  FuneralSupportRefusedHandler,
  PapersSupplementedHandler,
  ResultHandedOverHandler,
];

@Module({
  imports: [TimersModule],
  controllers: [
    ...handlers,
    ChainDeskController,
    ChainDraftController,
    AskAgainController,
    ExtendTimeController,
    AskOpinionController,
    LaterActsController,
    PapersController,
    BooksController,
  ],
  providers: [
    { provide: CivilStatusGateway, useClass: BusGateway },
    { provide: PopulationDatabase, useClass: LocalPopulationDatabase },
    AcceptChain,
    ActClaims,
    AskBranches,
    BranchAnswers,
    ChainMessageFailed,
    ChainRun,
    CheckChain,
    CorrectDraft,
    DeskTasks,
    DossierFailures,
    EndChain,
    LaterActs,
    LateOpinion,
    LateStep,
    LinkChain,
    MessageFailures,
    RootDossier,
    NumberArrived,
    NumberBooks,
    NumberTimer,
    NumberTimes,
    ObtainNumber,
    ReceiveChain,
    RecordNumberProblem,
    RegisterAct,
    RegisterBooks,
    ReleaseNumber,
    StepTimers,
    StopChain,
    WantNumber,
  ],
})
export class CivilStatusModule {}
