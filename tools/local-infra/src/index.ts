export { freePort } from './free-port';
export { kafkaClient } from './kafka-client';
export { provisionKafkaMember } from './kafka-member';
export { grantRights, keptKafkaAccess, passwordFile } from './kafka-rights';
export { InfrastructureMissing } from './guard-client';
export type { InfrastructureSource, KafkaAccess, KafkaAddress, PostgresAddress, RunTraces } from './guard-protocol';
export { type Infrastructure, startInfrastructure } from './infrastructure';
export { lastLines } from './last-lines';
export { childEnvironment, readLocalInfraConfig, type LocalInfraConfig } from './local-infra.config';
export {
  createDatabase,
  describeDatabase,
  newRunId,
  provisionRun,
  type Run,
  runFolder,
  type ServiceDatabase,
} from './provision-run';
export {
  outsideEnvironment,
  type OutsideMembers,
  type OutsideWorld,
  readOutsideMembers,
  registryWith,
  writeOutsideEnvironments,
} from './outside-members';
export { repositoryRoot } from './repository';
export { removeTraces } from './run-traces';
export type { ServiceProcess } from './service-process';
export { serviceNames, servicePorts, type ServiceName } from './services';
export { prepareStack, type Stack, type StackOptions, startStack } from './stack';
