import { Pool } from 'pg';
import type { ServiceName } from '../../../local-infra/src';
import type { Stage } from './stage';

/** The databases of all services, read as the administrator: nobody's word but the rows. */
export class Databases {
  private readonly pools = new Map<ServiceName, Pool>();

  constructor({ infra, run }: Pick<Stage, 'infra' | 'run'>) {
    for (const [service, { name }] of run.databases) {
      const url = new URL(infra.postgres.adminUrl);
      url.pathname = `/${name}`;
      const pool = new Pool({ connectionString: url.toString(), max: 2, connectionTimeoutMillis: 10_000 });
      // a connection that dies with a crashed server is told here; the next query takes another
      pool.on('error', () => undefined);
      this.pools.set(service, pool);
    }
  }

  get services(): readonly ServiceName[] {
    return [...this.pools.keys()];
  }

  async rows<R extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const pool = this.pools.get(service);
    if (!pool) throw new Error(`${service} has no database here`);
    return (await pool.query<R>(sql, [...values])).rows;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
