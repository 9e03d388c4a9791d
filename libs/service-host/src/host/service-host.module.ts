import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { Clock, OffsetClock } from '@lienthong/kernel';
import { MemberMessaging } from '@lienthong/messaging';
import { PersistenceModule, Witness } from '@lienthong/persistence';
import { LoggerModule } from 'nestjs-pino';
import { ServiceConfig } from '../config/service.config';
import { DecisionGate } from '../desk/decision-gate';
import { DeskCatchUp } from '../desk/desk-catch-up';
import { DeskClaims } from '../desk/desk-claims';
import { DeskPeople } from '../desk/desk-people';
import { DeskReads } from '../desk/desk-reads';
import { DeskWitness } from '../desk/desk-witness';
import { historyController } from '../desk/history.controller';
import { searchController } from '../desk/search.controller';
import { workListController } from '../desk/work-list.controller';
import { BackgroundParts } from '../health/background-parts';
import { Files } from '../files/files';
import { HealthController } from '../health/health.controller';
import { ProblemFilter } from '../http/problem.filter';
import { GatheredCreations } from '../idempotency/gathered-creations';
import { Idempotency } from '../idempotency/idempotency';
import { IdempotencyRetention } from '../idempotency/idempotency-retention';
import { MemberKeyDirectory } from '../keys/member-key-directory';
import { memberToken } from '../keys/member-token';
import { memberSigner, StaffDirectory } from '../keys/staff-directory';
import { loggerParams } from '../logging/logger-params';
import { Metrics } from '../metrics/metrics';
import { MetricsController } from '../metrics/metrics.controller';
import { PaperDesk } from '../papers/paper-desk';
import { PaperReading } from '../papers/paper-reading.entity';
import { PaperReadingsController } from '../papers/paper-readings.controller';
import { ParkedController } from '../parked/parked.controller';
import { PoliciesController } from '../policies/policies.controller';
import { StepPolicies } from '../policies/step-policies';
import { AuthGuard } from '../security/auth.guard';
import { TokenVerifier } from '../security/token-verifier';
import type { ServiceDefinition } from '../service-definition';
import { deskTasksController } from '../tasks/desk-tasks.controller';
import { SERVICE_DEFINITION } from './tokens';
import { UseCaseInterceptor } from './use-case.interceptor';

/**
 * Global providers of one service: `Clock`, its configuration (also as `ServiceConfig`), `UnitOfWork`, `StepPolicies`,
 * `StaffDirectory`, `MemberKeyDirectory`, `Files`, `BackgroundParts`, `Metrics`, logging; and the endpoints every service has.
 */
@Module({})
export class ServiceHostModule {
  static forService(definition: ServiceDefinition, config: ServiceConfig): DynamicModule {
    const shared = [
      { provide: SERVICE_DEFINITION, useValue: definition },
      { provide: ServiceConfig, useValue: config },
      ...(definition.config === ServiceConfig ? [] : [{ provide: definition.config, useValue: config }]),
      { provide: Clock, useValue: new OffsetClock(config.clockOffsetMs) },
      { provide: MemberKeyDirectory, useValue: new MemberKeyDirectory(config.home) },
      { provide: StaffDirectory, useValue: new StaffDirectory(config.home) },
      {
        provide: Files,
        inject: [Clock, { token: MemberMessaging, optional: true }],
        useFactory: (clock: Clock, messaging?: MemberMessaging) => filesOf(config, clock, messaging),
      },
      { provide: Witness, inject: [Clock], useFactory: (clock: Clock) => new DeskWitness(definition.desk, clock) },
      BackgroundParts,
      DecisionGate,
      Metrics,
      PaperDesk,
      StepPolicies,
      TokenVerifier,
    ];
    return {
      module: ServiceHostModule,
      global: true,
      imports: [LoggerModule.forRoot(loggerParams(config)), persistence(definition, config)],
      controllers: [HealthController, MetricsController, ...controllersOf(definition)],
      providers: [
        ...shared,
        AuthGuard,
        Idempotency,
        IdempotencyRetention,
        GatheredCreations,
        UseCaseInterceptor,
        DeskCatchUp,
        DeskClaims,
        DeskPeople,
        DeskReads,
        ProblemFilter,
      ],
      exports: shared.map((provider) => (typeof provider === 'function' ? provider : provider.provide)),
    };
  }
}

/** The bus's file store, with tokens of the key with which the member signs at this moment. */
function filesOf({ busUrl, home, member }: ServiceConfig, clock: Clock, messaging?: MemberMessaging): Files {
  return new Files({
    busUrl,
    token: () => memberToken(member, messaging?.signer ?? memberSigner(home, member), clock),
  });
}

/** The endpoints of a service that has steps to decide about, work that waits for a person, or messages that may park. */
function controllersOf({ entities, steps, desk, tasksOf, messaging }: ServiceDefinition): Type[] {
  return [
    ...(steps ? [PoliciesController] : []),
    ...(desk ? [workListController(desk), searchController(desk), historyController(desk)] : []),
    ...(tasksOf ? [deskTasksController(tasksOf)] : []),
    ...(entities.includes(PaperReading) ? [PaperReadingsController] : []),
    ...(messaging === false ? [] : [ParkedController]),
  ];
}

function persistence(definition: ServiceDefinition, config: ServiceConfig): DynamicModule {
  return PersistenceModule.forRoot({
    url: config.databaseUrl,
    entities: [...new Set(definition.entities)],
    applicationName: config.member,
    poolSize: config.databasePoolSize,
  });
}
