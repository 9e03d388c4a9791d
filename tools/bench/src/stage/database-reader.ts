import { Pool } from 'pg';
import type { Infrastructure, Run, ServiceName } from '../../../local-infra/src';

/** The databases of a run as the administrator sees them: what the rows say, not what a service tells. */
export class DatabaseReader {
  private readonly pools = new Map<ServiceName, Pool>();

  constructor({ postgres }: Pick<Infrastructure, 'postgres'>, { databases }: Run) {
    for (const [service, { name }] of databases) {
      const url = new URL(postgres.adminUrl);
      url.pathname = `/${name}`;
      this.pools.set(service, new Pool({ connectionString: url.toString(), max: 2 }));
    }
  }

  get services(): readonly ServiceName[] {
    return [...this.pools.keys()];
  }

  async rows<R extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const pool = this.pools.get(service);
    if (!pool) throw new Error(`${service} has no database in this run`);
    return (await pool.query<R>(sql, [...values])).rows;
  }

  /** The only row of an aggregate. */
  async one<R extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<R> {
    const [row] = await this.rows<R>(service, sql, values);
    if (!row) throw new Error(`no row from ${service}: ${sql}`);
    return row;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
