import { type AppError, isAppError } from '@lienthong/kernel';
import { faultOf, isConflict } from '@lienthong/persistence';
import { messagingErrors } from '../messaging.errors';

/** The same work may succeed later: the database is away, or another transaction was in the way. */
export function isTransient(error: unknown): boolean {
  return faultOf(error) === 'transient' || isConflict(error);
}

/** The database refuses these values, whenever they come. */
export function isDataFault(error: unknown): boolean {
  return faultOf(error) === 'data' || (isAppError(error) && faultOf(error.cause) === 'data');
}

/** What a parked message is parked for. */
export function asAppError(error: unknown): AppError {
  return isAppError(error) ? error : messagingErrors.HANDLER_FAILED({}, { cause: error });
}

/** Technical detail, for the log and the database only. */
export function describeFault(error: unknown): string {
  return isAppError(error)
    ? `${error.code}: ${error.text('en')}`
    : String((error as Error | undefined)?.stack ?? error);
}
