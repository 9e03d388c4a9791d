import { createMigratorDataSource } from '@lienthong/persistence';
import { type SchemaDefinition, type TestDatabase, testDatabase } from './test-database';

/** Statements that TypeORM would still run to make a migrated schema fit the entities; none when they agree. */
export async function schemaDrift(database: TestDatabase, definition: SchemaDefinition): Promise<readonly string[]> {
  const dataSource = createMigratorDataSource({
    url: database.migratorUrl,
    migrations: definition.migrations,
    entities: [...new Set(definition.entities)],
  });
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

/** A test that finds any difference between a service's entities and what its migrations make. */
export function describeSchemaMatchesMigrations(definition: SchemaDefinition & { readonly member?: string }): void {
  describe(`schema of ${definition.member ?? 'the service'}`, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await testDatabase(definition);
    });
    afterAll(() => database.drop());

    it('made by the migrations is the one the entities describe', async () => {
      expect(await schemaDrift(database, definition)).toEqual([]);
    });
  });
}
