import { type AppError, isAppError } from '@lienthong/kernel';
import { faultOf, isConflict, persistenceErrors, sqlStateOf } from '@lienthong/persistence';
import { messagingErrors } from '../messaging.errors';

/** Classes of SQLSTATE: connection, resources, system, and a transaction that another server or its death made invalid. */
const OUTAGES = new Set(['08', '53', '58', '25']);

/** The same work may succeed later: the database is away, or another transaction was in the way. */
export function isTransient(error: unknown): boolean {
  return faultOf(error) === 'transient' || isConflict(error);
}

/** The database is away, ends, or has no room: a fault that would meet any message. */
export function isOutage(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state) return OUTAGES.has(state.slice(0, 2)) || state.startsWith('57P');
  if (!isAppError(error)) return faultOf(error) === 'transient';
  return error.cause === undefined ? error.code === persistenceErrors.UNAVAILABLE().code : isOutage(error.cause);
}

/** A statement took longer than the database lets it. */
export function isStatementTimeout(error: unknown): boolean {
  return sqlStateOf(error) === '57014';
}

/** The database refuses these values, whenever they come. */
export function isDataFault(error: unknown): boolean {
  return faultOf(error) === 'data' || (isAppError(error) && faultOf(error.cause) === 'data');
}

/** What a parked message is parked for. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const fault = isStatementTimeout(error) ? messagingErrors.STATEMENT_TIMEOUT : messagingErrors.HANDLER_FAILED;
  return fault({}, { cause: error });
}

/** Technical detail, for the log and the database only. */
export function describeFault(error: unknown): string {
  return isAppError(error)
    ? `${error.code}: ${error.text('en')}`
    : String((error as Error | undefined)?.stack ?? error);
}
