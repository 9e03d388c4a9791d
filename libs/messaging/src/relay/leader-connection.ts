import type { Client, Notification } from 'pg';
import { connectionTypes, PreparingClient, SESSION_OPTIONS, watchedSockets } from '@lienthong/persistence';

const TAKE_LOCKS = 'select s as shard, pg_try_advisory_lock(hashtext($1), s) as held from unnest($2::int[]) s';
const LEAVE_LOCKS = 'select pg_advisory_unlock(hashtext($1), s) from unnest($2::int[]) s';

/** What an answer may need on the network beyond the time of its statement. */
const NETWORK_MS = 5_000;

export interface LeaderConnectionOptions {
  readonly url: string;
  readonly name: string;
  readonly lockName: string;
  readonly shards: readonly number[];
  readonly channel: string;
  /** A frozen holder loses its connection, and so the lock, after this time without a ping. */
  readonly idleTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

/**
 * The one connection of a relay's leader: it holds the advisory locks, claims and marks. Losing the connection loses the
 * locks, and with them the pen. Its commits do not wait for the disk: a mark that a crash of the database loses is a message
 * sent again. What must not be lost sets `synchronous_commit` for its transaction.
 */
export class LeaderConnection {
  private client?: Client;
  private queue: Promise<unknown> = Promise.resolve();
  private ping?: NodeJS.Timeout;
  private held: readonly number[] = [];

  constructor(
    private readonly options: LeaderConnectionOptions,
    private readonly onNotify: () => void,
    private readonly onLost: (error: unknown) => void,
  ) {}

  /** Shards this process may write; empty while another process leads. */
  get shards(): readonly number[] {
    return this.held;
  }

  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** Open only once it listens: a leader that hears nobody would leave rows of other processes to its polling. */
  async open(): Promise<void> {
    const { url, name, idleTimeoutMs, statementTimeoutMs } = this.options;
    const client = new PreparingClient({
      connectionString: url,
      application_name: `${name}:leader`,
      types: connectionTypes,
      options: `${SESSION_OPTIONS} -c synchronous_commit=off -c idle_session_timeout=${idleTimeoutMs}`,
      statement_timeout: statementTimeoutMs,
      stream: watchedSockets(statementTimeoutMs + NETWORK_MS),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('connection ended')));
    client.on('notification', (_: Notification) => this.onNotify());
    try {
      await client.connect();
      await client.query(`listen ${this.options.channel}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.ping = setInterval(() => void this.run((c) => c.query('select 1')).catch(() => undefined), idleTimeoutMs / 3);
  }

  /**
   * Takes the locks of all its shards, or none: two processes that ask at the same moment would otherwise share them, and
   * nobody would take over half of them later.
   */
  async lead(): Promise<boolean> {
    if (this.held.length > 0) return true;
    const { lockName, shards } = this.options;
    const taken = await this.run((client) =>
      client.query<{ shard: number; held: boolean }>(TAKE_LOCKS, [lockName, shards]),
    );
    const held = taken.rows.filter((row) => row.held).map((row) => row.shard);
    if (held.length === shards.length) this.held = held;
    else if (held.length > 0) await this.run((client) => client.query(LEAVE_LOCKS, [lockName, held]));
    return this.held.length > 0;
  }

  /** Statements of this connection run one after another. */
  run<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const result = this.queue.then(() => {
      if (!this.client) throw new Error('the relay has no connection to the database');
      return work(this.client);
    });
    this.queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    const client = this.client;
    this.forget();
    await client?.end().catch(() => undefined);
  }

  private lost(client: Client, error: unknown): void {
    if (client !== this.client) return;
    this.forget();
    void client.end().catch(() => undefined);
    this.onLost(error);
  }

  private forget(): void {
    clearInterval(this.ping);
    this.client = undefined;
    this.held = [];
  }
}
