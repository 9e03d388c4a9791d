import { isAppError } from '@lienthong/kernel';

/**
 * What a failed statement means for the unit of work:
 * `conflict` try again at once, `transient` try again later, `data` this data will never fit.
 */
export type DatabaseFault = 'conflict' | 'transient' | 'data';

const CONFLICTS = new Set(['40001', '40P01']);
const TRANSIENT_CLASSES = new Set(['08', '53', '57', '58', '55', '25', '26']);
const DATA_CLASSES = new Set(['22', '23', '42']);
const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const CONNECTION_LOST =
  /connection terminated|timeout exceeded when trying to connect|client has encountered|not queryable/i;

/** The five-character SQLSTATE of a PostgreSQL error, also when TypeORM or an AppError wraps it. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  // EPIPE has five capitals too
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !NETWORK_CODES.has(code)) return code;
  const inner = (error as { driverError?: unknown; cause?: unknown } | undefined) ?? {};
  if (inner.driverError) return sqlStateOf(inner.driverError);
  return inner.cause ? sqlStateOf(inner.cause) : undefined;
}

/** Classifies an error of the database; `undefined` when it is not one. */
export function faultOf(error: unknown): DatabaseFault | undefined {
  if (isAppError(error)) return error.kind === 'transient' ? 'transient' : undefined;
  const state = sqlStateOf(error);
  if (state) {
    if (CONFLICTS.has(state)) return 'conflict';
    if (TRANSIENT_CLASSES.has(state.slice(0, 2))) return 'transient';
    if (DATA_CLASSES.has(state.slice(0, 2))) return 'data';
    return undefined;
  }
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code && NETWORK_CODES.has(code)) return 'transient';
  return message && CONNECTION_LOST.test(message) ? 'transient' : undefined;
}

const UNIQUE_VIOLATION = '23505';
const PRIMARY_KEY = /(?:^pk_|_pkey$)/i;

/**
 * True when the same transaction may succeed if it is run again: a deadlock, a serialization failure, or a row with this
 * primary key that was inserted between our look and our write (the next try finds it).
 */
export function isConflict(error: unknown): boolean {
  if (faultOf(error) === 'conflict') return true;
  return sqlStateOf(error) === UNIQUE_VIOLATION && PRIMARY_KEY.test(constraintOf(error) ?? '');
}

/** Name of the constraint that a statement violated. */
export function constraintOf(error: unknown): string | undefined {
  const { constraint, cause } = (error ?? {}) as { constraint?: string; cause?: unknown };
  return constraint ?? (cause ? constraintOf(cause) : undefined);
}

const IN_FAILED_TRANSACTION = '25P02';

/** What follows a failed statement in its transaction fails because of it. */
export function firstCause(failures: readonly unknown[]): unknown {
  return failures.find((failure) => sqlStateOf(failure) !== IN_FAILED_TRANSACTION) ?? failures[0];
}

/** Waits for statements that left together. @throws the first cause, in their order */
export async function together(statements: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(statements);
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (failures.length > 0) throw firstCause(failures);
}
