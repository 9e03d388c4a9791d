import 'reflect-metadata';
export { BranchWorkColumns } from './branch-work/branch-work.columns';
export { trackedBranchWork } from './branch-work/tracked-branch-work';
export { OfficerDesk, officerDesk } from './branch-work/officer-desk';
export { RequestDecisions, type RequestKind } from './branch-work/request-decisions';
export { RequestDesk } from './branch-work/request-desk.controller';
export { RefuseRequest, WantSupplementRequest } from './branch-work/request-desk.requests';
export { SupplementDeadlines, supplementDeadlines } from './branch-work/supplement-deadlines';
export { ConfigError, type ConfigFault, loadConfig, readConfig, variableOf } from './config/load-config';
export { ServiceConfig } from './config/service.config';
export { Decides, DecidesEach, DeskOf, Shows } from './desk/decides.decorator';
export { DecisionGate, type RowDecision } from './desk/decision-gate';
export {
  type DeskDefinition,
  parcelTerms,
  personTerms,
  type Term,
  type Tracked,
  tracked,
  type Waiting,
} from './desk/desk.definition';
export { type ClaimedBy, holderOf } from './desk/desk-holder.query';
export type { Claim } from './desk/work-list.query';
export { deskErrors } from './desk/desk.errors';
export { DecisionReason } from './desk/desk.requests';
export { transferErrors } from './files/file-transfer.errors';
export { type FileName, Files, type FilesOptions } from './files/files';
export { BackgroundParts, type BackgroundPart, type ProbeResult } from './health/background-parts';
export { bootstrapService, createServiceApp, type RunningService, startService } from './host/bootstrap-service';
export { DossierFailures, type FailedOfDossier } from './failures/dossier-failures';
export { type FailedMessage, MessageFailures, type TakeFailure } from './failures/message-failures';
export { OfficeFailures } from './failures/office-failures';
export { hostEntities, hostMigrations } from './host/host.migration';
export { migrateDatabase, migrateService } from './host/migrate-service';
export { MigratorConfig } from './host/migrator.config';
export { httpErrors } from './http/http.errors';
export { openApiOf } from './http/openapi';
export type { Problem } from './http/problem';
export { correlationOf, type Correlation } from './http/request-correlation';
export { fieldFaults } from './http/validation.pipe';
export { IdempotencyRetention } from './idempotency/idempotency-retention';
export { IdempotencyKey } from './idempotency/idempotency-key.entity';
export { ensureDevelopmentKeys } from './keys/development-keys';
export { defaultPorts, developmentAgencies, type DevelopmentAgency } from './keys/development-agencies.data';
export { developmentPeople, type DevelopmentPerson } from './keys/development-people.data';
export { TimedWork, type TimedWorkOptions } from './jobs/timed-work';
export { homeFiles, TOKEN_AUDIENCE, TOKEN_ISSUER } from './keys/home-files';
export { keysErrors } from './keys/keys.errors';
export { MemberKeyDirectory, type MemberKeyRow } from './keys/member-key-directory';
export { memberToken } from './keys/member-token';
export { mintToken, type TokenRequest } from './keys/mint-token';
export { newMemberKey } from './keys/new-member-key';
export { OwnKeyFiles } from './keys/own-key-files';
export { memberSigner, StaffDirectory, type StaffKey, type StaffKeyRow } from './keys/staff-directory';
export { ListRequest } from './lists/list.request';
export { type Page, pageOf, type PageShape, placeOf } from './lists/page';
export { maskText } from './logging/mask-log';
export { consumerProbe, relayProbe } from './health/messaging.probes';
export { type ConsumerSource, exportConsumer, exportRelay, messagingObserver } from './metrics/messaging.metrics';
export { Metrics } from './metrics/metrics';
export { counterKey } from './numbers/dossier-code';
export { DossierCodes } from './numbers/dossier-codes';
export { NumberBooks, paperNumber, seriesKey } from './numbers/number-books';
export { NumberSeries } from './numbers/number-series.entity';
export { AnswersPaper, paperAnswer } from './papers/paper-answer';
export { type AskedPaper, PaperDesk } from './papers/paper-desk';
export { PaperReading } from './papers/paper-reading.entity';
export { policyErrors } from './policies/policy.errors';
export { policiesOf, StepPolicies, type StepPolicyView } from './policies/step-policies';
export { StepPolicy } from './policies/step-policy.entity';
export { accessErrors } from './security/access.errors';
export { type Actor, actorOf, MEMBER_ROLE, requireAnotherPerson, requireOffice } from './security/actor';
export {
  Creates,
  CurrentActor,
  Gathered,
  OutsideUnitOfWork,
  PublicEndpoint,
  Roles,
} from './security/endpoint.decorators';
export { type TokenCheck, TokenVerifier } from './security/token-verifier';
export type { AfterMigrations, ServiceDefinition, StepPolicyKind } from './service-definition';
export { DeskTaskEntity, type TaskKind } from './tasks/desk-task.entity';
export { DeskTasks, type NewTask } from './tasks/desk-tasks';
export { type Daily, DailyWork } from './timers/daily-work';
export { Timer } from './timers/timer.entity';
export { TimerBook, timerKey } from './timers/timer-book';
export { TimerWorker, type Wake, type Woken } from './timers/timer-worker';
export { TimersModule } from './timers/timers.module';
