import { Client } from 'pg';

/** Connections to several databases by name, opened when first asked. */
export class Databases {
  private readonly clients = new Map<string, Promise<Client>>();

  constructor(private readonly urls: ReadonlyMap<string, string>) {}

  async of<R>(name: string, sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const client = await (this.clients.get(name) ?? this.connect(name));
    return (await client.query(sql, [...values])).rows as R[];
  }

  async ofAllBut<R>(without: string, sql: string): Promise<R[]> {
    const names = [...this.urls.keys()].filter((name) => name !== without);
    return (await Promise.all(names.map((name) => this.of<R>(name, sql)))).flat();
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await (await client).end();
    this.clients.clear();
  }

  private connect(name: string): Promise<Client> {
    const client = new Client({ connectionString: this.urls.get(name) });
    const connected = client.connect().then(() => client);
    this.clients.set(name, connected);
    return connected;
  }
}
