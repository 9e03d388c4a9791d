import { FixedClock } from '@lienthong/kernel';
import { Database, runMigrations, UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, NumberSeries } from '@lienthong/service-host';
import type { MigrationInterface } from 'typeorm';
import { type SchemaDefinition, type TestDatabase, testDatabase, withClient } from './test-database';

/** A service that numbered its papers in a table of its own, and the migration that hands that table to `NumberBooks`. */
export interface HandedOver {
  readonly service: SchemaDefinition & { readonly member: string };
  readonly migration: new () => MigrationInterface;
  /** Makes rows as they were before. */
  readonly insert: string;
  /** Series → the number that comes next. */
  readonly next: Readonly<Record<string, number>>;
}

/** A test that every series goes on where it stood. */
export function describeNumbersCountOn({ service, migration, insert, next }: HandedOver): void {
  const { member, migrations } = service;

  describe(`numbers of ${member} that were drawn before its books were the host's`, () => {
    let own: TestDatabase;
    let database: Database;
    beforeAll(async () => {
      own = await testDatabase({ entities: [], migrations: migrations.filter((one) => one !== migration) });
      await withClient(own.migratorUrl, (client) => client.query(insert));
      database = new Database({ url: own.appUrl, entities: [NumberSeries], applicationName: member });
    });
    afterAll(async () => {
      await database.close();
      await own.drop();
    });

    it('are followed by the next ones, without a gap and none twice', async () => {
      const { migratorUrl: url, appRole } = own;
      expect(await runMigrations({ url, migrations, appRole })).toEqual([migration.name]);
      await database.connect();
      const work = new UnitOfWork(database);
      const books = new NumberBooks(work, new FixedClock(new Date()));
      const drawn: Record<string, readonly number[]> = {};
      for (const key of Object.keys(next))
        drawn[key] = [await work.perform(() => books.draw(key, 2)), await work.perform(() => books.draw(key))];
      expect(drawn).toEqual(Object.fromEntries(Object.entries(next).map(([key, first]) => [key, [first, first + 2]])));
      const { rows } = await withClient(url, (client) =>
        client.query<{ key: string }>('select key from number_series'),
      );
      expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(next).sort());
    });
  });
}
