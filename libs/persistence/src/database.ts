import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import { isAppError } from '@lienthong/kernel';
import { DataSource } from 'typeorm';
import { connectionTypes } from './connection-types';
import { persistenceErrors } from './persistence.errors';
import { PreparingClient, SESSION_OPTIONS } from './preparing-client';
import { firstCause, sqlStateOf } from './sql-state';
import { watchedSockets } from './watched-socket';

export interface DatabaseOptions {
  /** PostgreSQL URL of the app role of this service's own database. */
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  readonly applicationName: string;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
}

/** A transaction that waits longer than this outside the database is ended; handlers must be bounded well below. */
export const IDLE_IN_TRANSACTION_MS = 30_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** What an answer may need on the network beyond the time of its statement. */
const NETWORK_MS = 5_000;
const NO_SUCH_STATEMENT = '26000';
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 3_000;

/** Takes what was sent and whose result nobody needs before the commit: all its statements, since COMMIT follows at once. */
export type Ride = (sent: Promise<unknown>) => void;

/** The service's database: connects in the background and gives raw clients of TypeORM's pool. */
export class Database {
  readonly dataSource: DataSource;
  private connecting?: Promise<void>;
  private closed = false;

  constructor(readonly options: DatabaseOptions) {
    const statementTimeoutMs = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS;
    this.dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...options.entities] as never[],
      synchronize: false,
      extra: {
        Client: PreparingClient,
        options: SESSION_OPTIONS,
        application_name: options.applicationName,
        max: options.poolSize ?? 8,
        types: connectionTypes,
        statement_timeout: statementTimeoutMs,
        lock_timeout: options.lockTimeoutMs ?? 10_000,
        idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? IDLE_IN_TRANSACTION_MS,
        connectionTimeoutMillis: 5_000,
        keepAlive: true,
        stream: watchedSockets(statementTimeoutMs + NETWORK_MS),
      },
    });
  }

  /** Resolves when the first connection stands; retries with growing delay until then. */
  connect(onRetry: (error: unknown) => void = () => undefined): Promise<void> {
    this.connecting ??= this.connectWithRetry(onRetry);
    return this.connecting;
  }

  get isConnected(): boolean {
    return this.dataSource.isInitialized;
  }

  /** A raw `pg` client of the pool. Release it in `finally`. @throws persistence.UNAVAILABLE */
  async client(): Promise<{ client: PoolClient; release: (broken?: boolean) => void }> {
    if (!this.isConnected) throw persistenceErrors.UNAVAILABLE();
    const pool = (this.dataSource.driver as unknown as { master: { connect(): Promise<PoolClient> } }).master;
    const client = await pool.connect().catch((cause: unknown) => {
      throw persistenceErrors.UNAVAILABLE({}, { cause });
    });
    // A connection lost between two statements is told by an event; the next statement fails and says so properly.
    client.on('error', ignore);
    return {
      client,
      release: (broken = false) => {
        client.off('error', ignore);
        client.release(broken);
      },
    };
  }

  /** Rows of one statement that is a transaction of its own. */
  async query<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }

  /**
   * BEGIN … COMMIT around `work` in as few round trips as it allows: BEGIN leaves with its first statement, and what it
   * gives to `ride` is waited for together with COMMIT. Rolls back and throws the first error.
   */
  async transaction<T>(work: (client: PoolClient, ride: Ride) => Promise<T>): Promise<T> {
    const { client, release } = await this.client();
    let broken = false;
    try {
      return await committed(client, work);
    } catch (error) {
      const rolledBack = await client.query('rollback').then(
        () => true,
        () => false,
      );
      broken = !rolledBack || mayLackAPlan(error);
      throw error;
    } finally {
      release(broken);
    }
  }

  async ping(): Promise<void> {
    const { client, release } = await this.client();
    try {
      await client.query('select 1');
    } finally {
      release();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.isConnected) await this.dataSource.destroy();
  }

  private async connectWithRetry(onRetry: (error: unknown) => void): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; !this.closed; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      try {
        await this.dataSource.initialize();
        return;
      } catch (error) {
        onRetry(error);
        await delay(waitMs);
      }
    }
  }
}

async function committed<T>(client: PoolClient, work: (client: PoolClient, ride: Ride) => Promise<T>): Promise<T> {
  const sent: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  const ride: Ride = (statement) => sent.push(statement.catch((error: unknown) => failures.push(error)));
  ride(client.query('begin'));
  const result = await work(client, ride).catch((error: unknown) => failures.push(error));
  // a statement that could not even be sent has failed by now: COMMIT must not follow it
  await nextTurn();
  if (failures.length > 0) throw firstCause(failures);
  const commit = await client.query('commit').catch((error: unknown) => failures.push(error));
  await Promise.all(sent);
  if (failures.length > 0) throw firstCause(failures);
  // a failed transaction answers COMMIT with ROLLBACK, and no error
  const { command } = commit as QueryResult;
  if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
  return result as T;
}

/** A value that could not be written leaves `pg` believing in a prepared statement that the server does not have. */
function mayLackAPlan(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === NO_SUCH_STATEMENT || (state === undefined && !isAppError(error));
}

function ignore(): void {
  // deliberately nothing: see `client()`
}
