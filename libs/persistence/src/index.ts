export { Database, type DatabaseOptions, IDLE_IN_TRANSACTION_MS, type Ride } from './database';
export { type OutgoingBatch, Outgoing, type SendOptions, type Recipient } from './outgoing';
export { persistenceErrors } from './persistence.errors';
export { PreparingClient, SESSION_OPTIONS } from './preparing-client';
export { PersistenceModule, type PersistenceOptions } from './persistence.module';
export { APP_ROLE_SETTING, runMigrations, createMigratorDataSource, type MigrationRun } from './migrations';
export { constraintOf, faultOf, isConflict, sqlStateOf, together, type DatabaseFault } from './sql-state';
export { type EntityClass, type Loaded, type Origin, type Scope, Transaction } from './transaction';
export { UnitOfWork } from './unit-of-work';
export { type SavedRow, Witness } from './witness';
export { watchedSockets } from './watched-socket';
export { connectionTypes } from './connection-types';
export {
  dropPartitions,
  droppableById,
  ensurePartitions,
  ID_FLOOR_FUNCTION,
  keepPartitions,
  type MonthsWanted,
  partitionedById,
} from './partitions';
