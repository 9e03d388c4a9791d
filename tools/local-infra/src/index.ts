export { freePort } from './free-port';
export { InfrastructureMissing } from './guard-client';
export type { InfrastructureSource, KafkaAddress, PostgresAddress, RunTraces } from './guard-protocol';
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
export { repositoryRoot } from './repository';
export { removeTraces } from './run-traces';
export type { ServiceProcess } from './service-process';
export { serviceNames, servicePorts, type ServiceName } from './services';
export { prepareStack, type Stack, type StackOptions, startStack } from './stack';
